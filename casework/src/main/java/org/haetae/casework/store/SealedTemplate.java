package org.haetae.casework.store;

import java.time.Instant;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * A template as its row keeps it: for whom and by which model in words, the face itself unreadable
 * without the key. Immutable but for the bytes, which nobody changes.
 */
public final class SealedTemplate {
  private final OrderId order;
  private final RespondentId respondent;
  private final ModelId model;
  private final String key;
  private final byte[] sealed;
  private final Instant enrolled;
  private final String source;

  /**
   * @param key the name of the key that opens it
   * @param source the photographs that it was made from
   */
  public SealedTemplate(
      OrderId order,
      RespondentId respondent,
      ModelId model,
      String key,
      byte[] sealed,
      Instant enrolled,
      String source) {
    this.order = order;
    this.respondent = respondent;
    this.model = model;
    this.key = key;
    this.sealed = sealed.clone();
    this.enrolled = enrolled;
    this.source = source;
  }

  public OrderId order() {
    return order;
  }

  public RespondentId respondent() {
    return respondent;
  }

  public ModelId model() {
    return model;
  }

  public String key() {
    return key;
  }

  /** A copy. */
  public byte[] sealed() {
    return sealed.clone();
  }

  public Instant enrolled() {
    return enrolled;
  }

  public String source() {
    return source;
  }
}
