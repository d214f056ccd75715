package org.haetae.casework.gateway;

class MemoryGatewayTest implements GatewayContract {
  @Override
  public GatewayPeer peer() {
    return new MemoryGateway();
  }
}
