package org.haetae.casework.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.register.RegisterDesk.Found;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.RegisterTable.Field;
import org.haetae.casework.store.RegisterTable.Tag;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterDeskTest {
  private static final Owner CASE = Owner.of(new CaseId("case-1"));
  private static final Owner MAN = Owner.of(new RespondentId("respondent-1"));

  @TempDir Path folder;
  private SealedStore sealed;
  private BlindIndex index;
  private RegisterDesk desk;

  @BeforeEach
  void open() {
    sealed =
        SealedStore.open(
            new Database.Sqlite(folder.resolve("haetae.db")),
            new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
            InstantSource.fixed(Instant.EPOCH));
    index = new BlindIndex(sealed.ring().blindIndex());
    desk = new RegisterDesk(sealed.store(), index, Normal.korea());
  }

  @AfterEach
  void close() {
    sealed.close();
  }

  private void put(Owner owner, String name, String... phones) {
    desk.put(
        owner,
        new Entry(name, "서울시 마포구 표지로 7", List.of(phones), Optional.of(LocalDate.EPOCH)),
        Marked.DEED);
  }

  private Set<Owner> found(String asked) {
    return desk.search(asked, _ -> true).stream().map(Found::owner).collect(Collectors.toSet());
  }

  @Test
  void whoIsWrittenDownIsFoundHoweverSheIsSpelt() {
    put(CASE, "김 민수", "010-1234-5678", "02-777-1234");
    put(MAN, "Han Seo", "010-8765-4321");
    for (String asked : List.of("김민수", " 김 민 수", "+82 10 1234 5678", "02 777 1234")) {
      assertEquals(Set.of(CASE), found(asked), asked);
    }
    assertEquals(Set.of(MAN), found("HAN SEO"));
    for (String asked : List.of("김민", "민수", "010-1234-567", "", "1234", "%", "han%")) {
      assertEquals(Set.of(), found(asked), asked);
    }
    assertEquals(
        Optional.of(List.of("010-1234-5678", "02-777-1234")), desk.find(CASE).map(Entry::phones));
  }

  @Test
  void whatWasReplacedOrErasedIsNoLongerFound() {
    put(CASE, "Kim", "010-1234-5678");
    put(CASE, "Lee", "010-1234-5679");
    assertEquals(Set.of(), found("Kim"));
    assertEquals(Set.of(), found("010-1234-5678"));
    assertEquals(Set.of(CASE), found("Lee"));
    sealed.ring().erase(CASE);
    assertEquals(Set.of(), found("Lee"));
    assertEquals(Optional.empty(), desk.find(CASE));
  }

  @Test
  void whomTheVisitorMayNotSeeIsNotEvenOpened() throws Exception {
    put(CASE, "Kim");
    put(MAN, "Kim");
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("haetae.db"));
        Statement sql = file.createStatement()) {
      sql.execute("UPDATE register SET detail = detail || 'x' WHERE owner_kind = 'RESPONDENT'");
    }
    assertEquals(
        List.of(CASE), desk.search("kim", CASE::equals).stream().map(Found::owner).toList());
    assertThrows(StoreException.class, () -> desk.search("kim", _ -> true));
  }

  @Test
  void peopleOfOneTagAreToldApart() {
    Tag tag = index.tag(Field.NAME, "name0");
    int other = 1;
    while (!index.tag(Field.NAME, "name" + other).equals(tag)) {
      other++;
    }
    put(CASE, "name0");
    put(MAN, "name" + other);
    assertEquals(2, sealed.store().read(in -> in.register().candidates(tag)).size());
    assertEquals(Set.of(CASE), found("name0"));
    assertEquals(Set.of(MAN), found("Name " + other));
  }

  @Test
  void oneNameHasAnotherTagInEachFieldAndHouse() {
    BlindIndex others = new BlindIndex(new byte[32]);
    Set<Integer> tags = new HashSet<>();
    int same = 0;
    for (int i = 0; i < 1_000; i++) {
      String value = "82101234" + i;
      int bits = index.tag(Field.NAME, value).bits();
      assertTrue(bits >= 0 && bits < 1 << 16);
      tags.add(bits);
      same += bits == index.tag(Field.PHONE, value).bits() ? 1 : 0;
      same += bits == others.tag(Field.NAME, value).bits() ? 1 : 0;
    }
    assertTrue(same < 5, "%d are the same".formatted(same));
    assertTrue(tags.size() > 950, "only %d tags".formatted(tags.size()));
    assertNotEquals(index.tag(Field.NAME, "a"), others.tag(Field.NAME, "a"));
  }

  @Test
  void itFindsWhatALookThroughTheListFinds() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Normal normal = Normal.korea();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name =
          "%s%s".formatted("김이박".charAt(random.nextInt(3)), (char) ('가' + random.nextInt(6)));
      names.add(name);
      put(Owner.of(new CaseId("c-" + i)), name);
    }
    for (int i = 0; i < 60; i++) {
      String asked =
          names.get(random.nextInt(60)).charAt(0) + " " + (char) ('가' + random.nextInt(8));
      Set<Owner> expected = new HashSet<>();
      for (int j = 0; j < names.size(); j++) {
        if (normal.name(names.get(j)).equals(normal.name(asked))) {
          expected.add(Owner.of(new CaseId("c-" + j)));
        }
      }
      assertEquals(expected, found(asked), "seed %d: %s".formatted(seed, asked));
    }
  }

  @Test
  void noNameLiesAnywhereNorInAnyText() throws Exception {
    put(CASE, "Marked Name", "010-1234-5678");
    List<String> words =
        List.of("Marked", "markedname", "표지로", "010-1234", "8210123", "1970-01-01");
    assertEquals(List.of(), Marked.found(folder, words));
    Entry entry = desk.find(CASE).orElseThrow();
    assertFalse(String.valueOf(entry).contains("Marked"));
    assertFalse(desk.search("Marked Name", _ -> true).toString().contains("Marked"));
    RegisterRefusal refusal =
        assertThrows(RegisterRefusal.class, () -> put(CASE, "Kim", "12-secret"));
    assertFalse(String.valueOf(refusal.getMessage()).contains("secret"));
  }
}
