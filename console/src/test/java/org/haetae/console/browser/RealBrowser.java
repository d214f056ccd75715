package org.haetae.console.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.haetae.console.House;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** Chromium with somebody before it who works by keys. For one thread. */
final class RealBrowser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private String address = "";
  private int keys;

  private RealBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where this machine has no Chromium or no driver of it. */
  static RealBrowser start() {
    Optional<Path> browser = program("chromium");
    Optional<Path> driver = program("chromedriver");
    assumeTrue(browser.isPresent(), "chromium isn't installed");
    assumeTrue(driver.isPresent(), "chromedriver isn't installed (Debian: chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--autoplay-policy=document-user-activation-required");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .withLogOutput(OutputStream.nullOutputStream())
            .build();
    RealBrowser opened = new RealBrowser(new ChromeDriver(service, options));
    opened.look(1280, false);
    return opened;
  }

  private static Optional<Path> program(String name) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * From now on it is somebody's, who reads in {@code language}.
   *
   * @param user nobody where it is empty
   */
  void becomes(House house, String user, String language) {
    signsIn(house, user.isEmpty() ? "" : house.session(user), language);
  }

  /** With a session that is there already. */
  void signsIn(House house, String session, String language) {
    address = house.address();
    driver.manage().deleteAllCookies();
    cookie("haetae-language", language);
    if (!session.isEmpty()) {
      cookie("haetae-session", session);
    }
  }

  private void cookie(String name, String value) {
    var _ =
        driver.executeCdpCommand(
            "Network.setCookie", Map.of("name", name, "value", value, "url", address));
  }

  /**
   * @param width of the page in CSS pixels
   */
  void look(int width, boolean dark) {
    var _ =
        driver.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    var _ =
        driver.executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of(
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void open(String path) {
    driver.get(address + path);
  }

  String path() {
    return URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
  }

  /** To whatever has the focus; each counts. */
  void press(CharSequence... pressed) {
    keys += Stream.of(pressed).mapToInt(CharSequence::length).sum();
    new Actions(driver).sendKeys(pressed).perform();
  }

  int keys() {
    return keys;
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  Actions mouse() {
    return new Actions(driver);
  }

  String text() {
    return find("main").getText();
  }

  /** What a function's body returns within the page. */
  @Nullable Object run(String script, Object... given) {
    return driver.executeScript(script, given);
  }

  /** What a script hands to the function that is its last argument. */
  @Nullable Object await(String script, Object... given) {
    return driver.executeAsyncScript(script, given);
  }

  boolean holds(String condition) {
    return Boolean.TRUE.equals(run("return Boolean(" + condition + ")"));
  }

  long number(String expression) {
    return run("return Math.ceil(" + expression + ")") instanceof Number n ? n.longValue() : -1;
  }

  /** Answers after how long a page's condition held; fails where it doesn't within 20 s. */
  Duration until(String condition) {
    return until(() -> holds(condition), condition);
  }

  Duration until(BooleanSupplier condition, String words) {
    Instant start = Instant.now();
    boolean holds = condition.getAsBoolean();
    while (!holds && start.plus(LIMIT).isAfter(Instant.now())) {
      LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
      holds = condition.getAsBoolean();
    }
    assertTrue(holds, () -> words + " at " + path() + "\n" + text());
    return Duration.between(start, Instant.now());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
