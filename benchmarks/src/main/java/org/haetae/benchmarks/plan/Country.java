package org.haetae.benchmarks.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;

/**
 * An invented country's casework as files to import: people, orders and watches in proportions that
 * are ours, drawn from a seed. Some watches are in stock, most are with somebody, a few of those
 * aren't registered.
 */
final class Country {
  private static final String[] OFFENCES = {
    "stalking", "domestic-violence", "child-abuse", "sexual-violence", "robbery"
  };
  private static final String[] GRADES = {"low", "moderate", "elevated", "high", "extreme"};

  private final Random random;
  private final LocalDate today;
  private final int stations;
  private final int cases;
  private final int orders;
  private final int watches;

  Country(long seed, Instant now, int stations, int cases, int orders, int watches) {
    this.random = new Random(seed);
    this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
    this.stations = stations;
    this.cases = cases;
    this.orders = orders;
    this.watches = watches;
  }

  String stationFile() {
    StringBuilder csv = new StringBuilder("id,name,latitude,longitude\n");
    for (int i = 0; i < stations; i++) {
      line(
          csv,
          String.format(
              Locale.ROOT,
              "station-%03d,Station %03d,%.5f,%.5f",
              i,
              i,
              34 + random.nextDouble() * 4,
              126 + random.nextDouble() * 3));
    }
    return csv.toString();
  }

  String staffFile() {
    StringBuilder csv = new StringBuilder("id,role,station,trained\n");
    for (int i = 0; i < stations * 4; i++) {
      String trained =
          "victim-protection=%s;risk-checklist=%s;watch-handing=%s"
              .formatted(ago(400), ago(360), ago(700));
      line(
          csv,
          String.format(
              Locale.ROOT, "officer-%04d,officer,station-%03d,%s", i, i % stations, trained));
    }
    return csv.toString();
  }

  String caseFile() {
    StringBuilder csv =
        new StringBuilder(
            "id,person,respondents,offence,station,birth-year,opened,officer,grade,assessed,contacts\n");
    for (int i = 0; i < cases; i++) {
      int opened = random.nextInt(200);
      line(
          csv,
          String.format(
              Locale.ROOT,
              "case-%05d,person-%05d,respondent-%05d,%s,station-%03d,%d,%s,officer-%04d,%s,%s,%s",
              i,
              i,
              i,
              OFFENCES[random.nextInt(OFFENCES.length)],
              i % stations,
              1940 + random.nextInt(80),
              today.minusDays(opened),
              i % (stations * 4),
              GRADES[random.nextInt(GRADES.length)],
              today.minusDays(random.nextInt(opened + 1)),
              random.nextInt(10) == 0 ? "!call/ko/p-" + i : "call/ko/p-" + i));
    }
    return csv.toString();
  }

  /** Emergency orders one after the other, so that none overlaps another. */
  String orderFile() {
    StringBuilder csv =
        new StringBuilder(
            "id,reference,kind,offence,legal-basis,issued-by,respondent,protected-people,places,"
                + "risk-grade,valid-from,valid-until,measures\n");
    for (int i = 0; i < orders; i++) {
      int person = i % cases;
      LocalDate from = today.minusDays(25).plusDays((i / cases) * 32L);
      line(
          csv,
          String.format(
              Locale.ROOT,
              "order-%05d,2026-%05d,emergency,stalking,\"Act on Punishment of Stalking Crimes, Art."
                  + " 4\",station,respondent-%05d,person-%05d,\"home-%05d@%.5f,%.5f/100\",elevated,%s,%s,stay-away"
                  + " 100",
              i,
              i,
              person,
              person,
              person,
              35.0 + person * 1e-4,
              127.0,
              from,
              from.plusDays(30)));
    }
    return csv.toString();
  }

  String watchFile() {
    StringBuilder csv =
        new StringBuilder(
            "serial,station,model,firmware,received,case,issued,until,registration\n");
    for (int i = 0; i < watches; i++) {
      boolean issued = i < cases && random.nextInt(10) < 8;
      String holder =
          issued
              ? "case-%05d,%s,,%s".formatted(i, ago(100), random.nextInt(50) == 0 ? "" : "112-" + i)
              : ",,,";
      line(
          csv,
          String.format(
              Locale.ROOT,
              "watch-%05d,station-%03d,SW-2,1.4,%s,%s",
              i,
              i % stations,
              today.minusDays(150),
              holder));
    }
    return csv.toString();
  }

  private LocalDate ago(int most) {
    return today.minusDays(random.nextInt(most));
  }

  private static void line(StringBuilder csv, String line) {
    csv.append(line).append('\n');
  }
}
