package org.haetae.app.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On rendered people, read by the real networks. */
class PhotoAgreementTest {
  private static final Path PEOPLE = Home.folder().resolve("camera-sim/footage/enrolment");
  private static PhotoReader reader;

  @BeforeAll
  static void open() {
    reader = new PhotoReader(Eyes.standard());
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static List<PhotoResult.Accepted> of(String person, int count) {
    List<PhotoResult.Accepted> all = new ArrayList<>();
    for (Path file : WatchlistFolder.pictures(PEOPLE.resolve(person))) {
      if (all.size() < count && reader.enrol(file) instanceof PhotoResult.Accepted good) {
        all.add(good);
      }
    }
    return all;
  }

  @Test
  void photographsOfOnePersonAgree() {
    for (String person : List.of("respondent-han", "respondent-seo", "respondent-moon")) {
      List<PhotoResult.Accepted> photographs = of(person, 5);
      assertEquals(photographs, PhotoAgreement.of(photographs).agreeing(), person);
    }
  }

  /** Rendered strangers are alike; these two are less so than others. */
  @Test
  void aStrangersPhotographIsLeftOutWhereverItLies() {
    List<PhotoResult.Accepted> seo = of("respondent-seo", 3);
    PhotoResult.Accepted moon = of("respondent-moon", 1).getFirst();
    for (int place = 0; place <= seo.size(); place++) {
      List<PhotoResult.Accepted> mixed = new ArrayList<>(seo);
      mixed.add(place, moon);
      PhotoAgreement.Judged judged = PhotoAgreement.of(mixed);
      assertEquals(seo, judged.agreeing());
      assertEquals(List.of(moon), judged.others());
    }
  }

  @Test
  void ofTwoThatDisagreeNeitherIsBelieved() {
    List<PhotoResult.Accepted> two = leastAlike();
    assertEquals(List.of(), PhotoAgreement.of(two).agreeing());
    assertEquals(2, PhotoAgreement.of(two).others().size());
  }

  private static List<PhotoResult.Accepted> leastAlike() {
    return of("respondent-seo", 5).stream()
        .flatMap(seo -> of("respondent-moon", 5).stream().map(moon -> List.of(seo, moon)))
        .min(Comparator.comparingDouble(PhotoAgreementTest::cosine))
        .orElseThrow();
  }

  private static double cosine(List<PhotoResult.Accepted> two) {
    return two.getFirst().template().embedding().cosine(two.getLast().template().embedding());
  }

  @Test
  void oneOrNoneAgreesWithItself() {
    List<PhotoResult.Accepted> one = of("respondent-han", 1);
    assertEquals(one, PhotoAgreement.of(one).agreeing());
    assertEquals(List.of(), PhotoAgreement.of(List.of()).agreeing());
  }
}
