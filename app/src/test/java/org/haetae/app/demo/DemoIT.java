package org.haetae.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;

/** The whole product in a process of its own: every approach alerted in time, nobody else. */
class DemoIT {
  @Test
  void theDemoFindsEveryScriptedApproachAndNobodyElse() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-Dhaetae.home=" + Home.folder(),
                "org.haetae.app.Main",
                "demo",
                "--headless",
                "--for",
                "36s")
            .redirectErrorStream(true);
    // By the environment, because a class path may be longer than some systems let an argument be.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process demo = builder.start();
    String said = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(demo.waitFor(2, TimeUnit.MINUTES), "the demo did not end");
    assertEquals(0, demo.exitValue(), said);
    assertEquals(List.of(), said.lines().filter(line -> line.contains("Exception")).toList());
  }
}
