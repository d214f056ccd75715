package org.haetae.app.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.haetae.app.Canary;
import org.haetae.app.Eyes;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.watchlist.Enroller;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;

/**
 * Enrols from the folders of photographs that a site's file names. Its networks are loaded for each
 * call: enrolments are rare, and their memory would lie idle.
 *
 * @param photographs the folder of each respondent
 * @param refused is told of photographs that could not be used
 */
public record SiteEnroller(
    Eyes eyes, Map<RespondentId, Path> photographs, Consumer<PhotoResult.Refused> refused)
    implements Enroller {
  public SiteEnroller {
    photographs = Map.copyOf(photographs);
  }

  /** For a site's respondents, and for the rehearsal's. */
  public static SiteEnroller of(Site site, Eyes eyes, Consumer<PhotoResult.Refused> refused) {
    Map<RespondentId, Path> photographs = new HashMap<>();
    site.respondents().forEach(one -> photographs.put(one.id(), one.photographs()));
    site.residents().forEach(one -> photographs.put(one.id(), one.photographs()));
    photographs.put(Canary.RESPONDENT, Canary.FOLDER);
    return new SiteEnroller(eyes, photographs, refused);
  }

  @Override
  public Map<RespondentId, Enrolment> enrol(Set<RespondentId> respondents) {
    Map<RespondentId, Enrolment> all = new LinkedHashMap<>();
    try (PhotoReader reader = new PhotoReader(eyes)) {
      for (RespondentId respondent : respondents) {
        Path folder = photographs.get(respondent);
        if (folder != null) {
          all.put(respondent, enrol(folder, reader));
        }
      }
    }
    return all;
  }

  private Enrolment enrol(Path folder, PhotoReader reader) {
    List<PhotoResult.Accepted> accepted = new ArrayList<>();
    MessageDigest source = sha256();
    int count = 0;
    try {
      for (Path photograph : WatchlistFolder.pictures(folder)) {
        count++;
        source.update(sha256().digest(Files.readAllBytes(photograph)));
        switch (reader.enrol(photograph)) {
          case PhotoResult.Accepted good -> accepted.add(good);
          case PhotoResult.Refused why -> refused.accept(why);
        }
      }
    } catch (Problem | IOException unreadable) {
      return new Enrolment.Nothing("the folder of its photographs can't be read");
    }
    List<Template> templates = agreeing(accepted);
    if (templates.isEmpty()) {
      return new Enrolment.Nothing(
          count == 0
              ? "there is no photograph of its respondent"
              : "none of %d photographs of its respondent can be used".formatted(count));
    }
    return new Enrolment.Faces(new FaceSet(HexFormat.of().formatHex(source.digest()), templates));
  }

  private List<Template> agreeing(List<PhotoResult.Accepted> photographs) {
    PhotoAgreement.Judged judged = PhotoAgreement.of(photographs);
    judged
        .others()
        .forEach(
            other ->
                refused.accept(
                    new PhotoResult.Refused(
                        other.file(), "shows another face than the other photographs")));
    return judged.agreeing().stream().map(PhotoResult.Accepted::template).toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
