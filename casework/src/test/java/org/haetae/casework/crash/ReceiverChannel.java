package org.haetae.casework.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;

/** Sends keys to a {@link Receiver}. */
record ReceiverChannel(int port) implements Channel {
  @Override
  public String name() {
    return "receiver";
  }

  @Override
  public void send(Notice notice) throws DeliveryException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write((notice.key() + "\n").getBytes(StandardCharsets.UTF_8));
      if (socket.getInputStream().read() != '+') {
        throw DeliveryException.channel("it hung up");
      }
    } catch (IOException e) {
      throw DeliveryException.channel("it can't be reached", e);
    }
  }
}
