package org.haetae.casework.order;

/** One demand of an order on the respondent. */
public sealed interface Measure {
  MeasureKind kind();

  /**
   * Not to come near the protected people and places.
   *
   * @param metres more than 0
   */
  record StayAway(double metres) implements Measure {
    /** What Korean law forbids where the order says nothing else, in metres. */
    public static final double USUAL_METRES = 100;

    public StayAway {
      requirePositive(metres, "the distance to stay away");
    }

    public StayAway() {
      this(USUAL_METRES);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.STAY_AWAY;
    }
  }

  /** Not to reach the protected people by telephone, message or through others. */
  record NoContact() implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.NO_CONTACT;
    }
  }

  /** To leave the shared home and stay out of it. */
  record LeaveHome() implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.LEAVE_HOME;
    }
  }

  /**
   * To wear a device that tells where he is.
   *
   * @param ringMetres how near to the protected person the device raises the alarm; more than 0
   */
  record ElectronicMonitoring(double ringMetres) implements Measure {
    /** The usual ring, in metres. */
    public static final double USUAL_RING_METRES = 2000;

    public ElectronicMonitoring {
      requirePositive(ringMetres, "the ring of electronic monitoring");
    }

    public ElectronicMonitoring() {
      this(USUAL_RING_METRES);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.ELECTRONIC_MONITORING;
    }
  }

  private static void requirePositive(double metres, String what) {
    if (!(metres > 0) || Double.isInfinite(metres)) {
      throw new IllegalArgumentException(
          "%s must be more than 0 metres, but is %s".formatted(what, metres));
    }
  }
}
