package org.haetae.app.build;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.Secret;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.sighting.FaceObserver;
import org.junit.jupiter.api.Test;

/** The arrows of the house plan, held by the compiler's output. */
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.haetae");

  @Test
  void roomsImportOnlyAlongTheArrows() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.haetae..")
        .layer("domain")
        .definedBy("org.haetae.domain..")
        .layer("models")
        .definedBy("org.haetae.models..")
        .layer("pipeline")
        .definedBy("org.haetae.pipeline..")
        .layer("casework")
        .definedBy("org.haetae.casework..")
        .layer("camera-sim")
        .definedBy("org.haetae.sim..")
        .layer("console")
        .definedBy("org.haetae.console..")
        .layer("app")
        .definedBy("org.haetae.app..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("camera-sim")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("console")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("casework")
        .mayOnlyBeAccessedByLayers("console", "app")
        .whereLayer("pipeline")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("models")
        .mayOnlyBeAccessedByLayers("pipeline", "app")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("org.haetae.sim..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.haetae.domain..",
            "org.haetae.models..",
            "org.haetae.pipeline..",
            "org.haetae.casework..",
            "org.haetae.app..")
        .check(HOUSE);
  }

  @Test
  void caseworkRulesNeedNeitherAStoreNorAChannelNorAClock() {
    classes()
        .that()
        .resideInAnyPackage("org.haetae.casework.incident..", "org.haetae.casework.escalation..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.haetae.casework.incident..",
            "org.haetae.casework.escalation..",
            "org.haetae.domain..",
            "java.lang..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void domainNeedsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.haetae.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.haetae.domain..", "java..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void vendorsLiveInTheirLeafPackages() {
    only("org.haetae.models.djl..", "ai.djl..", "ai.onnxruntime..");
    only(
        List.of("org.haetae.pipeline.capture.ffmpeg..", "org.haetae.sim.clip.."),
        "org.bytedeco.ffmpeg..");
    only("org.haetae.models.opencv..", "org.bytedeco.opencv..");
    only("org.haetae.pipeline.flow..", "com.lmax..");
    only("org.haetae.app.config..", "org.snakeyaml..");
    only(
        List.of(
            "org.haetae.app.live..",
            "org.haetae.casework.gateway.http..",
            "org.haetae.sim.control.."),
        "com.sun.net.httpserver..");
    only(List.of("org.haetae.sim.rtsp..", "org.haetae.pipeline.capture.rtsp.."), "io.netty..");
    only(
        List.of("org.haetae.casework.delivery.mqtt..", "org.haetae.casework.gateway.mqtt.."),
        "com.hivemq..",
        "io.reactivex..");
    only("org.haetae.casework.vault.tink..", "com.google.crypto.tink..");
    only("org.haetae.casework.delivery.mail..", "jakarta.mail..", "org.eclipse.angus..");
    only("org.haetae.console..", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");
    only(List.of("org.haetae.console.web..", "org.haetae.console.template.."), "gg.jte..");
    only("org.haetae.console.oidc..", "com.nimbusds..");
    only("org.haetae.console.inspection..", "net.coobird..");
    only("org.haetae.casework.account.argon2..", "com.password4j..");
    only("org.haetae.casework.account..", "com.eatthepath..");
    only("org.haetae.sim.junit..", "org.junit..");
  }

  @Test
  void onlyWhatSpeaksToACameraRevealsASecret() {
    for (Class<?> type : List.of(Secret.class, CameraUrl.class, StreamAddress.class)) {
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.haetae.pipeline.capture.address..",
              "org.haetae.pipeline.capture.auth..",
              "org.haetae.pipeline.capture.ffmpeg..",
              "org.haetae.pipeline.capture.rtsp..",
              "org.haetae.pipeline.onvif..")
          .should()
          .accessTargetWhere(
              target(owner(assignableTo(type)))
                  .and(target(nameMatching("reveal|withCredentials|forTheCamera|query|path"))))
          .check(HOUSE);
    }
  }

  private static void only(String leaf, String... vendors) {
    only(List.of(leaf), vendors);
  }

  private static void only(List<String> leaves, String... vendors) {
    noClasses()
        .that()
        .resideOutsideOfPackages(leaves.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(vendors)
        .check(HOUSE);
  }

  @Test
  void pureRoomsReadNoClockAndRollNoDice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.haetae.domain..",
            "org.haetae.pipeline.motion..",
            "org.haetae.pipeline.detect..",
            "org.haetae.pipeline.track..",
            "org.haetae.pipeline.match..",
            "org.haetae.pipeline.evidence..",
            "org.haetae.pipeline.fit..",
            "org.haetae.pipeline.health..",
            "org.haetae.pipeline.proximity..",
            "org.haetae.app.evaluation.video..",
            "org.haetae.sim.rtp..",
            "org.haetae.sim.sdp..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .check(HOUSE);
  }

  /** Whoever matches nobody stays in the pipeline: only a measurement may see them, as numbers. */
  @Test
  void onlyAMeasurementObservesFaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.haetae.pipeline.sighting..", "org.haetae.app.evaluation.clip..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(FaceObserver.class)
        .check(HOUSE);
  }

  @Test
  void packagesOfARoomFormNoRing() {
    slices().matching("org.haetae.pipeline.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("org.haetae.models.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("org.haetae.domain.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("org.haetae.console.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("org.haetae.sim.(*)..").should().beFreeOfCycles().check(HOUSE);
  }
}
