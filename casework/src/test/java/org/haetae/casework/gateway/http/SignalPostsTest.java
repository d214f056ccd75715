package org.haetae.casework.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.casework.gateway.GatewayContract;
import org.haetae.casework.gateway.GatewayPeer;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.MessageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignalPostsTest {
  private static final String RIGHT = "Bearer " + PostingGateway.TOKEN;
  private static final String PATH = "/watches/W-1/signals";

  @Nested
  class Contract implements GatewayContract {
    @Override
    public GatewayPeer peer() throws Exception {
      return new PostingGateway();
    }
  }

  @Nested
  class Answers {
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private Heard answer = new Heard.Heartbeat();
    private PostingGateway gateway;

    @BeforeEach
    void open() throws Exception {
      gateway = new PostingGateway();
      gateway.open(
          (_, message) -> {
            heard.add(message.length);
            return answer;
          });
    }

    @AfterEach
    void close() throws Exception {
      gateway.close();
    }

    private int status(String path, String authorization) throws Exception {
      return gateway.post(path, authorization, new byte[2]).statusCode();
    }

    @Test
    void onlyTheTokenOpens() throws Exception {
      for (String wrong :
          List.of(
              "Bearer",
              "Bearer ",
              "Bearer " + PostingGateway.TOKEN + "x",
              "Bearer " + PostingGateway.TOKEN.substring(1),
              "Basic " + PostingGateway.TOKEN,
              PostingGateway.TOKEN)) {
        assertEquals(401, status(PATH, wrong), wrong);
      }
      assertEquals(401, status("/elsewhere", "Bearer wrong"), "nobody learns what is where");
      assertTrue(heard.isEmpty());
      assertEquals(202, status(PATH, RIGHT));
      assertEquals(202, status(PATH, "bearer " + PostingGateway.TOKEN));
    }

    @Test
    void eachOutcomeHasItsAnswer() throws Exception {
      answer = new Heard.Refused("\"kind\" must be heartbeat or sos");
      HttpResponse<String> refused = gateway.post(PATH, RIGHT, new byte[2]);
      assertEquals(400, refused.statusCode());
      assertEquals("\"kind\" must be heartbeat or sos\n", refused.body());
      answer = new Heard.UnknownWatch();
      assertEquals(404, status(PATH, RIGHT));
      answer = new Heard.UnheldSos();
      assertEquals(202, status(PATH, RIGHT));
      answer = new Heard.Sos();
      assertEquals(202, status(PATH, RIGHT));
    }

    @Test
    void whatIsTooLongIsNotHeard() throws Exception {
      byte[] longest = new byte[MessageReader.LONGEST];
      assertEquals(202, gateway.post(PATH, RIGHT, longest).statusCode());
      byte[] longer = new byte[MessageReader.LONGEST + 1];
      assertEquals(413, gateway.post(PATH, RIGHT, longer).statusCode());
      assertEquals(List.of(MessageReader.LONGEST), heard);
    }

    @Test
    void onlyWatchesHaveSignals() throws Exception {
      for (String path :
          List.of(
              "/",
              "/watches/W-1",
              "/watches//signals",
              "/watches/W-1/signals/",
              "/watches/..%2f/signals",
              "/watches/a%20b/signals",
              "/watch/W-1/signals")) {
        assertEquals(404, status(path, RIGHT), path);
      }
      assertTrue(heard.isEmpty());
    }

    @Test
    void aTokenIsLongAndNeverShown() {
      assertThrows(IllegalArgumentException.class, () -> new BearerToken("short"));
      assertThrows(IllegalArgumentException.class, () -> new BearerToken("with spaces in between"));
      BearerToken token = new BearerToken(PostingGateway.TOKEN);
      assertFalse(token.toString().contains(PostingGateway.TOKEN));
    }
  }
}
