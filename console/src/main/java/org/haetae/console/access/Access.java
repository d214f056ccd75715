package org.haetae.console.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.Officer;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Staff;
import org.haetae.domain.id.CaseId;

/** Which role sees what, and which cases. Pure. */
public final class Access {
  private Access() {}

  /** What somebody may open at all; nothing for who doesn't work here. */
  public static Set<Section> sections(Staff who) {
    return who.role().map(Access::of).orElseGet(() -> EnumSet.noneOf(Section.class));
  }

  private static Set<Section> of(Role role) {
    return switch (role) {
      // Those whom the trail is about don't read it, and who reads it does nothing else.
      case SUPERVISOR -> EnumSet.complementOf(EnumSet.of(Section.AUDIT));
      case OFFICER ->
          EnumSet.complementOf(EnumSet.of(Section.AUDIT, Section.USERS, Section.KEEPING));
      case AUDITOR -> EnumSet.of(Section.AUDIT);
      // Pseudonyms are enough to answer an alert.
      case OPERATOR -> EnumSet.of(Section.WALL, Section.CAMERAS);
      // Cameras need no case.
      case ENGINEER -> EnumSet.of(Section.CAMERAS, Section.EVALUATION);
    };
  }

  /**
   * Whether a case is among somebody's own, as on lists: a supervisor's are all, an officer's those
   * that they lead and those of their station.
   */
  public static boolean answersFor(Staff who, CaseFile file) {
    return who.role()
        .map(
            role ->
                switch (role) {
                  case SUPERVISOR -> true;
                  case OFFICER -> leads(who, file) || sharesStation(who, file);
                  case OPERATOR, ENGINEER, AUDITOR -> false;
                })
        .orElse(false);
  }

  /**
   * Whether somebody may open a case: their own and, for an officer, for a while, one that they
   * opened in an emergency.
   *
   * @param opened by whoever asks, in an emergency
   */
  public static boolean sees(Staff who, CaseFile file, Set<CaseId> opened) {
    return answersFor(who, file)
        || (who.role().equals(Optional.of(Role.OFFICER)) && opened.contains(file.id()));
  }

  private static boolean leads(Staff who, CaseFile file) {
    return file.officer().map(Officer::user).equals(Optional.of(who.id()));
  }

  private static boolean sharesStation(Staff who, CaseFile file) {
    return who.station().equals(Optional.of(file.opened().station()));
  }
}
