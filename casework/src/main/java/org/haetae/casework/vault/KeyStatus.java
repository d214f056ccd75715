package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies in a site's key folders, counted; no key is opened.
 *
 * @param erased keys of text that were destroyed for good
 * @param sealed whether text that isn't sealed is refused
 * @param rotating whether a change of the master key was interrupted
 */
public record KeyStatus(
    int templates,
    int photographs,
    int users,
    int columns,
    int erased,
    boolean sealed,
    boolean rotating) {

  /**
   * Also while another process has the keys.
   *
   * @throws VaultException where a folder can't be read
   */
  public static KeyStatus of(KeyPlaces places) {
    return new KeyStatus(
        count(places.templates(), KeyFolder.SUFFIX),
        count(places.photographs(), KeyFolder.SUFFIX),
        count(places.users(), KeyFolder.SUFFIX),
        shelved(places, KeyShelf.KEY),
        shelved(places, KeyShelf.GONE),
        KeyRing.SEALED.values().stream()
            .allMatch(note -> Files.exists(places.columns().resolve(note))),
        Rotation.interrupted(places));
  }

  private static int shelved(KeyPlaces places, byte state) {
    Path shelf = places.columns().resolve(KeyFolder.SHELF);
    try {
      return Files.exists(shelf) ? KeyShelf.count(Files.readAllBytes(shelf), state) : 0;
    } catch (IOException e) {
      throw new VaultException("the keys in %s can't be read: %s".formatted(shelf, e), e);
    }
  }

  private static int count(Path folder, String suffix) {
    try {
      return Files.isDirectory(folder) ? KeyFolder.names(folder, suffix).size() : 0;
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s can't be read: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
