package org.haetae.casework.register;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.RegisterTable.Field;
import org.haetae.casework.store.RegisterTable.Tag;
import org.haetae.casework.store.Store;

/**
 * Writes down who people really are, and finds them by name or number. Who may ask is the caller's
 * to know. Safe for many threads.
 */
public final class RegisterDesk {
  private final Store store;
  private final BlindIndex index;
  private final Normal normal;

  public RegisterDesk(Store store, BlindIndex index, Normal normal) {
    this.store = store;
    this.index = index;
    this.normal = normal;
  }

  /**
   * Writes down who a case protects or a respondent is, in the place of what was there.
   *
   * @param owner a case or a respondent
   * @throws RegisterRefusal where a number is none
   * @throws org.haetae.casework.ledger.Refusal where the owner was erased
   */
  public void put(Owner owner, Entry entry, Deed deed) {
    Set<Tag> tags = new LinkedHashSet<>();
    normal.name(entry.name()).map(name -> index.tag(Field.NAME, name)).ifPresent(tags::add);
    for (String phone : entry.phones()) {
      String number =
          normal
              .phone(phone)
              .orElseThrow(
                  () ->
                      new RegisterRefusal(
                          "a phone number has 7 to 15 digits and nothing else than + - ( ) . /"));
      tags.add(index.tag(Field.PHONE, number));
    }
    store.prepare(List.of(owner));
    store.run(in -> in.register().put(owner, EntryJson.write(entry), tags, deed.by(), deed.at()));
  }

  /** Who it is; empty where nobody wrote it down, or it was erased. */
  public Optional<Entry> find(Owner owner) {
    return store.<Optional<String>>read(in -> in.register().find(owner)).map(EntryJson::read);
  }

  /** Somebody who was looked for. */
  public record Found(Owner owner, Entry entry) {}

  /**
   * All who have exactly this name or number, however it is spelt.
   *
   * @param visible whose entry may be opened; no other is, whatever the index says
   */
  public List<Found> search(String asked, Predicate<Owner> visible) {
    Optional<String> name = normal.name(asked);
    Optional<String> phone = normal.phone(asked);
    List<Tag> tags =
        Stream.concat(
                name.map(value -> index.tag(Field.NAME, value)).stream(),
                phone.map(value -> index.tag(Field.PHONE, value)).stream())
            .toList();
    return store
        .read(in -> tags.stream().flatMap(tag -> in.register().candidates(tag).stream()).toList())
        .stream()
        .distinct()
        .filter(visible)
        .flatMap(owner -> find(owner).map(entry -> new Found(owner, entry)).stream())
        // The index is short on purpose: it also names others.
        .filter(found -> is(found.entry(), name, phone))
        .toList();
  }

  private boolean is(Entry entry, Optional<String> name, Optional<String> phone) {
    return (name.isPresent() && normal.name(entry.name()).equals(name))
        || (phone.isPresent()
            && entry.phones().stream().anyMatch(one -> normal.phone(one).equals(phone)));
  }
}
