package org.haetae.pipeline.capture.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://192.0.2.7,rtsp://192.0.2.7:554",
    "RTSP://Door.Example:8554/Live/Main,rtsp://door.example:8554/Live/Main",
    "rtsps://[2001:DB8::7]/x,rtsps://[2001:db8::7]:322/x",
    "http://cam_1:/a,http://cam_1:80/a",
    "https://cam./,https://cam.:443/",
    "rtsp://cam/live?channel=1&password=geheim,rtsp://cam:554/live?…",
    "rtsp://cam/user=admin_password=geheim_channel=1_stream=0.sdp?real,rtsp://cam:554/…?…"
  })
  void anAddressIsShownWithItsPortAndWithoutWhatMayBeAPassword(String text, String shown) {
    assertEquals(shown, StreamAddress.parse(text).toString());
  }

  @Test
  void theCameraIsSentAllOfIt() {
    StreamAddress address = StreamAddress.parse("rtsp://[::1]:8554/a%20b?c=d&e");
    assertEquals("rtsp://[::1]:8554/a%20b?c=d&e", address.forTheCamera());
    assertEquals("::1", address.host());
    assertEquals(8554, address.port());
    assertEquals("/a%20b", address.path());
    assertEquals("c=d&e", address.query());
    assertEquals(address, StreamAddress.parse(address.forTheCamera()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cam",
        "rtsp:/cam",
        "file:///etc/passwd",
        "concat:rtsp://cam",
        "udp://cam",
        "rtsp://",
        "rtsp:///x",
        "rtsp://cam:0",
        "rtsp://cam:65536",
        "rtsp://cam:+80",
        "rtsp://cam:8 0",
        "rtsp://-cam",
        "rtsp://a..b",
        "rtsp://[::1",
        "rtsp://[::g]",
        "rtsp://[1.2.3.4]",
        "rtsp://[fe80::1%25eth0]/",
        "rtsp://cam/#x",
        "rtsp://cam/a b",
        "rtsp://cam/\r\nX: y",
        "rtsp://caméra/",
        "rtsp://127.1",
        "rtsp://0177.0.0.1",
        "rtsp://2130706433",
        "rtsp://0x7f000001",
        "rtsp://256.0.0.1",
        "rtsp://1.2.3.4.5"
      })
  void whatIsNoAddressIsRefusedInOneSentence(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> StreamAddress.parse(text));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("the stream's address "),
        refusal.toString());
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndSaysWhereItBelongs() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> StreamAddress.parse("rtsp://admin:hunter2/#?@192.0.2.7/live"));
    assertTrue(refusal.toString().contains("password-file"), refusal.toString());
    assertFalse(refusal.toString().contains("hunter2"), refusal.toString());
  }

  @Test
  void anyTextIsReadOrRefused() {
    String letters = "rtsp://[]:@?#%=.0x7fG \n";
    Seeds.each(
        20_000,
        random -> {
          StringBuilder text = new StringBuilder(random.nextBoolean() ? "rtsp://" : "");
          int length = random.nextInt(24);
          for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
          }
          try {
            StreamAddress read = StreamAddress.parse(text.toString());
            assertEquals(read, StreamAddress.parse(read.forTheCamera()));
          } catch (IllegalArgumentException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("the stream's"), e.toString());
          }
        });
  }
}
