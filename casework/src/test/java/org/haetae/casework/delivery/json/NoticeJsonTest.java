package org.haetae.casework.delivery.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticeJsonTest {
  private static JsonNode of(Notice notice) {
    return JsonMapper.builder().build().readTree(NoticeJson.of(notice));
  }

  @Test
  void aCallForHelpSaysWhereItCameFrom() {
    Notice.Sos sos = SampleNotices.sos();
    JsonNode json = of(sos);
    assertEquals("sos", json.get("kind").asString());
    assertEquals(sos.call().id().toString(), json.get("call").asString());
    assertEquals("danger", json.get("severity").asString());
    assertEquals("case-9", json.get("case").asString());
    assertEquals("W-17", json.get("watch").asString());
    assertEquals("issued", json.get("state").asString());
    assertEquals("2026-03-01T01:59:58Z", json.get("pressed").asString());
    assertEquals(64, json.get("battery").asInt());
    assertEquals(37.5665, json.at("/position/lat").asDouble());
    assertEquals(126.978, json.at("/position/lon").asDouble());
    assertEquals(45, json.at("/position/age").asInt());
    assertEquals(120.4, json.get("metres").asDouble());
    assertEquals("[\"home\",\"work\"]", json.get("places").toString());
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    JsonNode json = of(SampleNotices.bareSos());
    assertEquals("lost", json.get("state").asString());
    assertFalse(json.has("battery") || json.has("position") || json.has("metres"));
  }

  @Test
  void aThreatStaysAThreat() {
    assertEquals("threat", of(SampleNotices.threat()).get("kind").asString());
  }
}
