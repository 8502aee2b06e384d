package dev.standfirst.browser;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/**
 * The Chromium of this machine with one page, without a window and without a way to other machines. It is driven over
 * its own protocol: a driver library would bring two hundred megabytes of other browsers' runtimes.
 */
public final class Chromium implements AutoCloseable {

    /** Tall, so that a long sentence fits. */
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 1400;
    private static final int PATIENCE = 10;
    private static final int MOST_LOOKS = 6000;
    private static final int SHIFT = 8;
    private static final Map<String, Integer> CODES =
            Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String MISSING = "no Chromium is on the PATH";
    private static final String REMEDY = "On Debian: apt-get install chromium";
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Path program) throws Exception {
        profile = Files.createTempDirectory("chromium");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                        "--window-size=%d,%d".formatted(WIDTH, HEIGHT),
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        tools = new DevTools(address());
        String target = tools.call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        tools.attach(tools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString());
        tools.call("Page.enable", Map.of());
        tools.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Highlight.PAINT));
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * Starts it. Where there is none, the test is left out, or fails if {@code -Dbrowser=required} says that there must
     * be one.
     */
    public static Chromium start() throws Exception {
        Optional<Path> program = installed();
        if (program.isEmpty() && "required".equals(System.getProperty("browser"))) {
            throw new IllegalStateException(MISSING + ", and -Dbrowser=required wants one. " + REMEDY);
        }
        Assumptions.assumeTrue(program.isPresent(), MISSING + ", so no link was followed. " + REMEDY);
        return new Chromium(program.get());
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private URI address() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread reader = new Thread(() -> said.lines().forEach(rest -> {}), "what the browser says");
                reader.setDaemon(true);
                reader.start();
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** Opens a page as somebody does who follows a link in a mail, and waits until it is loaded. */
    public void open(String address) throws Exception {
        // From an empty page, so that a new fragment of the same page is a new visit.
        load("about:blank");
        load(address);
    }

    private void load(String address) throws Exception {
        CompletableFuture<JsonNode> loaded = tools.next("Page.loadEventFired");
        JsonNode result = tools.call("Page.navigate", Map.of("url", address));
        if (result.has("errorText")) {
            throw new IOException(address + ": " + result.get("errorText").asString());
        }
        DevTools.wait(loaded);
    }

    /** Replaces the page that is open by another one of the same address: for the answer to a form. */
    public void show(String html) throws Exception {
        JsonNode frame =
                tools.call("Page.getFrameTree", Map.of()).get("frameTree").get("frame");
        CompletableFuture<JsonNode> loaded = tools.next("Page.loadEventFired");
        tools.call("Page.setDocumentContent", Map.of("frameId", frame.get("id").asString(), "html", html));
        DevTools.wait(loaded);
    }

    /** The value of a script's expression in the page; a promise is waited for. */
    public JsonNode evaluate(String script) throws Exception {
        JsonNode answer = tools.call(
                "Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Waits until a script's expression is true in the page. */
    public void await(String condition) throws Exception {
        await(condition, () -> {});
    }

    /**
     * The same.
     *
     * @param meanwhile done between two looks, where something must go on for it to become true
     */
    public void await(String condition, Runnable meanwhile) throws Exception {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (evaluate(condition).asBoolean()) {
                return;
            }
            meanwhile.run();
            evaluate("new Promise(done => setTimeout(done, 20))");
        }
        throw new AssertionError("never: " + condition + "; the page says: "
                + evaluate("document.body.innerText").asString());
    }

    /**
     * Sets up the window.
     *
     * @param width in CSS pixels
     * @param dark whether the system's colours are dark
     */
    public void window(int width, int height, boolean dark) throws Exception {
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        tools.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Presses a key: a named one such as Tab, Enter or ArrowDown, or the one that types a character. */
    public void press(String key) throws Exception {
        press(key, 0);
    }

    /** The same with the Shift key held. */
    public void pressWithShift(String key) throws Exception {
        press(key, SHIFT);
    }

    private void press(String key, int modifiers) throws Exception {
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        Map<String, Object> event = new HashMap<>(
                Map.of("key", key, "code", key.equals(" ") ? "Space" : key, "modifiers", modifiers, "text", text));
        event.put("windowsVirtualKeyCode", CODES.getOrDefault(key, (int) key.charAt(0)));
        event.put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
        tools.call("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        tools.call("Input.dispatchKeyEvent", event);
    }

    /** Types a text where the focus is. */
    public void type(String text) throws Exception {
        tools.call("Input.insertText", Map.of("text", text));
    }

    /** Chooses a file in a field, as the window of the system does that no page can open. */
    public void choose(String selector, Path file) throws Exception {
        JsonNode root = tools.call("DOM.getDocument", Map.of()).get("root").get("nodeId");
        JsonNode field = tools.call("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
                .get("nodeId");
        tools.call("DOM.setFileInputFiles", Map.of("nodeId", field, "files", List.of(file.toString())));
    }

    /** Presses a key that leads to another page, and waits until that is loaded. */
    public void pressToLoad(String key) throws Exception {
        CompletableFuture<JsonNode> loaded = tools.next("Page.loadEventFired");
        press(key);
        DevTools.wait(loaded);
    }

    /** The whole page as a PNG file, also what is below the window. */
    public byte[] page() throws Exception {
        JsonNode size = tools.call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        return Base64.getDecoder()
                .decode(tools.call(
                                "Page.captureScreenshot",
                                Map.of(
                                        "format",
                                        "png",
                                        "optimizeForSpeed",
                                        true,
                                        "captureBeyondViewport",
                                        true,
                                        "clip",
                                        clip))
                        .get("data")
                        .asString());
    }

    /** What the window shows. */
    public BufferedImage picture() throws Exception {
        String png = tools.call("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", true))
                .get("data")
                .asString();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        process.onExit()
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        helpers.forEach(ProcessHandle::destroyForcibly);
        helpers.forEach(helper -> helper.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
