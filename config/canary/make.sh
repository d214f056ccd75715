#!/bin/sh
# Makes the canary's recording and photographs out of rendered stills (Debian 12's ffmpeg 5.1 with libx264).
set -eu
cd "$(dirname -- "$0")"
stills=../../camera-sim/footage/stills/stranger-d
ffmpeg -y -v error -filter_complex_threads 1 -loop 1 -framerate 15 -t 3 -i "$stills/09.jpg" -filter_complex \
  "color=c=0x6b6f66:s=640x360:r=15:d=3[ground];[0:v]scale=300:300[face];[ground][face]overlay=x='90+40*t':y='30+4*sin(4*t)':shortest=1[out]" \
  -map "[out]" -an -c:v libx264 -profile:v main -preset slow -crf 23 -g 15 -bf 0 -pix_fmt yuv420p -threads 1 \
  -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart canary.mp4
cp "$stills/01.jpg" face-1.jpg
cp "$stills/06.jpg" face-2.jpg
