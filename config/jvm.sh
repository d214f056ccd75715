# What both launchers need: a JDK, and the settings that every JVM of this project runs with. To be
# sourced; sets $java and $jvm_options, or ends with 3.

major() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1; }

find_java() {
  for candidate in "${HAETAE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] || continue
    version=$(major "$candidate/bin/java")
    if [ "${version:-0}" -ge 25 ] 2>/dev/null; then echo "$candidate/bin/java"; return 0; fi
  done
  java=$(command -v java || true)
  if [ -n "$java" ] && [ "$(major "$java")" -ge 25 ] 2>/dev/null; then echo "$java"; return 0; fi
  return 1
}

java=$(find_java) || {
  echo "haetae: no JDK 25 or newer was found; install one and set JAVA_HOME to it" >&2
  exit 3
}

# Decoders come and go with their cameras' connections, and the C library keeps what they freed in
# pieces: without the trimming a process grew by 5 MB a minute of which nothing was in use.
# ZGC stops threads for microseconds, Serial for ten milliseconds each twenty seconds; the soft limit
# keeps it from filling the heap because it may (docs/adr/0036-process.md).
collector="-XX:+UseZGC -XX:SoftMaxHeapSize=256m"
jvm_options="$collector -XX:TrimNativeHeapInterval=30000 --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true"

# No dump of memory on a disk: there are faces in it.
jvm_options="$jvm_options -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash"
# The kernel's own dumps too, where no unit has set it; a limit may always be lowered.
ulimit -c 0

# OpenCV speaks to standard error on its own; ours is one sentence a problem.
export OPENCV_LOG_LEVEL="${OPENCV_LOG_LEVEL:-SILENT}"
# A photograph that unpacks to more than this is an attack on memory.
export OPENCV_IO_MAX_IMAGE_PIXELS="${OPENCV_IO_MAX_IMAGE_PIXELS:-100000000}"
