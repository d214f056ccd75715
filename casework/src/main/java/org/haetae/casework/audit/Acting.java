package org.haetae.casework.audit;

import java.lang.ScopedValue.CallableOp;
import org.haetae.domain.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread. It is said once, where a request or a command comes in, and not handed
 * through every desk; where nobody said it, the house itself acts.
 */
public final class Acting {
  private static final ScopedValue<AuditActor> WHO = ScopedValue.newInstance();

  private Acting() {}

  public static AuditActor now() {
    return WHO.orElse(AuditActor.HOUSE);
  }

  /** Does {@code work} as {@code who}; all that it writes is theirs. */
  public static <T extends @Nullable Object, X extends Throwable> T as(
      AuditActor who, CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(WHO, who).call(work);
  }

  /** Does {@code work} as a user who has signed for it; what is known of them already is kept. */
  public static <T extends @Nullable Object, X extends Throwable> T as(
      UserId user, CallableOp<? extends T, X> work) throws X {
    return as(now().is(user) ? now() : AuditActor.user(user), work);
  }
}
