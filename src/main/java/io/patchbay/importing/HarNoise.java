package io.patchbay.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells what a browser loads besides calling APIs, and counts it. */
final class HarNoise {

  private static final Pattern ANALYTICS =
      Pattern.compile(
          "(?i)(^|.*\\.)(google-analytics|analytics\\.google|googletagmanager|doubleclick|googlesyndication"
              + "|googleadservices|facebook\\.(com|net)$|connect\\.facebook|hotjar|segment\\.(io|com)"
              + "|mixpanel|amplitude|sentry\\.io|ingest\\.sentry|newrelic|nr-data|bugsnag|fullstory|clarity\\.ms"
              + "|bat\\.bing|ads-twitter|optimizely|intercom\\.io|crazyegg|heap(analytics)?\\.|datadoghq"
              + "|browser-intake|scorecardresearch|quantserve|cookielaw|onetrust|linkedin\\.com/px|plausible\\.io"
              + "|matomo|cloudflareinsights).*");
  private static final Map<Pattern, String> BY_TYPE = new LinkedHashMap<>();
  private static final Pattern FILES =
      Pattern.compile(
          "(?i).*\\.(png|jpe?g|gif|svg|ico|webp|avif|bmp|css|js|mjs|map|woff2?|ttf|otf|eot|mp4|webm|mp3|wasm)");

  static {
    BY_TYPE.put(Pattern.compile("image/.*"), "images");
    BY_TYPE.put(Pattern.compile("font/.*|application/(x-)?font.*|.*woff.*|.*opentype.*"), "fonts");
    BY_TYPE.put(Pattern.compile("text/css.*"), "style sheets");
    BY_TYPE.put(Pattern.compile(".*(java|ecma)script.*|application/wasm"), "scripts");
    BY_TYPE.put(
        Pattern.compile(
            "(audio|video)/.*|application/(x-mpegurl|vnd\\.apple\\.mpegurl|dash\\+xml)"),
        "audio and video");
    BY_TYPE.put(Pattern.compile("text/html.*|application/xhtml.*"), "pages");
  }

  private static final Map<String, String> BY_RESOURCE =
      Map.of(
          "image", "images",
          "font", "fonts",
          "stylesheet", "style sheets",
          "script", "scripts",
          "media", "audio and video",
          "websocket", "web sockets",
          "preflight", "CORS preflights",
          "manifest", "scripts",
          "ping", "analytics",
          "texttrack", "audio and video");

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** Whether the entry is noise, which is counted then. */
  boolean takes(JsonNode entry) {
    String kind = kind(entry);
    if (kind != null) {
      counts.merge(kind, 1, Integer::sum);
    }
    return kind != null;
  }

  private static @Nullable String kind(JsonNode entry) {
    JsonNode request = entry.path("request");
    String url = request.path("url").asString("");
    String scheme = url.substring(0, Math.max(url.indexOf(':'), 0)).toLowerCase(Locale.ROOT);
    if (List.of("data", "blob", "about", "chrome-extension", "moz-extension").contains(scheme)) {
      return "data addresses";
    }
    if (scheme.equals("ws")
        || scheme.equals("wss")
        || entry.path("response").path("status").asInt(0) == 101) {
      return "web sockets";
    }
    if (isPreflight(request)) {
      return "CORS preflights";
    }
    if (ANALYTICS.matcher(host(url)).matches()) {
      return "analytics";
    }
    String resource = entry.path("_resourceType").asString("").toLowerCase(Locale.ROOT);
    String byResource = BY_RESOURCE.get(resource);
    if (byResource != null) {
      return byResource;
    }
    return byType(entry, request, url, resource);
  }

  private static boolean isPreflight(JsonNode request) {
    if (!request.path("method").asString("").equalsIgnoreCase("OPTIONS")) {
      return request.path("method").asString("").equalsIgnoreCase("CONNECT");
    }
    for (JsonNode header : request.path("headers")) {
      if (header.path("name").asString("").equalsIgnoreCase("Access-Control-Request-Method")) {
        return true;
      }
    }
    return false;
  }

  private static String host(String url) {
    String rest = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
    int end = rest.indexOf('/');
    return rest.substring(0, Math.min(end < 0 ? rest.length() : end, 253));
  }

  private static @Nullable String byType(
      JsonNode entry, JsonNode request, String url, String resource) {
    String type =
        entry
            .path("response")
            .path("content")
            .path("mimeType")
            .asString("")
            .toLowerCase(Locale.ROOT);
    boolean called = resource.equals("xhr") || resource.equals("fetch");
    boolean reads = request.path("method").asString("GET").equalsIgnoreCase("GET");
    for (var entryOfType : BY_TYPE.entrySet()) {
      if (entryOfType.getKey().matcher(type).matches()) {
        boolean page = entryOfType.getValue().equals("pages");
        return page && (called || !reads) ? null : entryOfType.getValue();
      }
    }
    String path = url.split("[?#]", 2)[0];
    boolean typeTells = type.contains("json") || type.contains("xml") || called;
    return reads && !typeTells && path.length() < 2_000 && FILES.matcher(path).matches()
        ? "files of pages"
        : null;
  }

  /** One note with all counts. */
  Optional<ImportIssue> issue() {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    String kinds =
        counts.entrySet().stream()
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new ImportIssue(
            ImportIssue.Severity.LEFT_OUT,
            "log.entries",
            null,
            null,
            "%,d %s left out that call no API: %s."
                .formatted(all, all == 1 ? "entry was" : "entries were", kinds)));
  }
}
