package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header lines of a request of curl: its own ones, and those that options give. */
final class CurlHeaders {

  private static final Pattern DATE =
      Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
  private static final int EXPECT_FROM = 1024 * 1024;

  private final CurlOptionSet options;

  /** As given; without a value where a header is taken away. */
  private final List<Field> custom = new ArrayList<>();

  private final List<String> cookies = new ArrayList<>();
  private String userAgent = "curl/7.88.1";
  private @Nullable String referer;
  private @Nullable String user;
  private @Nullable String bearer;

  CurlHeaders(CurlOptionSet options) {
    this.options = options;
    options.all().forEach(this::take);
  }

  private void take(CurlOption option) {
    String value = option.text();
    switch (option.name()) {
      case "header" -> header(value);
      case "cookie" -> cookie(value);
      case "user-agent" -> userAgent = value;
      case "referer" -> referer = value.replaceFirst(";auto$", "");
      case "user" -> user = value;
      case "oauth2-bearer" -> bearer = value;
      default -> {}
    }
  }

  private void header(String line) {
    if (line.startsWith("@")) {
      throw new InvalidException(
          "",
          "The headers are in the file %s, which is not read here; write each as -H 'Name: value'."
              .formatted(line.substring(1)));
    }
    int colon = line.indexOf(':');
    int semicolon = line.indexOf(';');
    if (colon > 0) {
      String value = line.substring(colon + 1).strip();
      custom.add(Field.of(line.substring(0, colon).strip(), value.isEmpty() ? null : value));
    } else if (semicolon > 0 && line.substring(semicolon + 1).isBlank()) {
      custom.add(Field.of(line.substring(0, semicolon).strip(), ""));
    }
  }

  /** Without an equals sign it is a file of cookies, which is a jar and not sent as it is. */
  private void cookie(String value) {
    if (value.startsWith("@")) {
      throw new InvalidException(
          "",
          "The cookies are in the file %s, which is not read here.".formatted(value.substring(1)));
    }
    if (value.contains("=")) {
      cookies.add(value);
    }
  }

  /** All lines, in the order of curl. */
  List<Field> of(
      CurlUrl url,
      @Nullable String body,
      @Nullable List<FormPart> parts,
      boolean upload,
      boolean json) {
    List<Field> lines = new ArrayList<>();
    if (!isCustom("Host")) {
      lines.add(Field.of("Host", url.hostHeader()));
    }
    customValue("Host").ifPresent(host -> lines.add(Field.of("Host", host)));
    if (!isCustom("Authorization")) {
      authorization(url).ifPresent(value -> lines.add(Field.of("Authorization", value)));
    }
    options.value("range").ifPresent(range -> automatic(lines, "Range", "bytes=" + range));
    if (!userAgent.isEmpty()) {
      automatic(lines, "User-Agent", userAgent);
    }
    if (!json) {
      automatic(lines, "Accept", "*/*");
    }
    if (options.has("tr-encoding")) {
      automatic(lines, "Connection", "TE");
      automatic(lines, "TE", "gzip");
    }
    if (options.has("compressed")) {
      automatic(lines, "Accept-Encoding", "deflate, gzip, br, zstd");
    }
    if (referer != null && !referer.isEmpty()) {
      automatic(lines, "Referer", referer);
    }
    if (!cookies.isEmpty()) {
      automatic(lines, "Cookie", String.join(";", cookies).strip());
    }
    if (upload && !isCustom("Content-Length")) {
      automatic(lines, "Transfer-Encoding", "chunked");
    }
    addCustom(lines, json, parts != null);
    addOfBody(lines, body, parts, upload);
    return lines;
  }

  private void addCustom(List<Field> lines, boolean json, boolean multipart) {
    for (var field : custom) {
      boolean late = multipart && field.is("Content-Type");
      if (field.value() != null && !field.is("Host") && !late) {
        lines.add(field);
      }
    }
    if (json) {
      automatic(lines, "Content-Type", "application/json");
      automatic(lines, "Accept", "application/json");
    }
    options
        .value("time-cond")
        .filter(time -> DATE.matcher(time).matches())
        .ifPresent(time -> automatic(lines, "If-Modified-Since", time));
  }

  private void addOfBody(
      List<Field> lines, @Nullable String body, @Nullable List<FormPart> parts, boolean upload) {
    if (upload) {
      automatic(lines, "Expect", "100-continue");
    } else if (parts != null) {
      automatic(lines, "Content-Length", "?");
      String given = customValue("Content-Type").orElse("multipart/form-data");
      lines.add(Field.of("Content-Type", given + "; boundary=?"));
    } else if (body != null) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      if (!isCustom("Transfer-Encoding")) {
        automatic(lines, "Content-Length", String.valueOf(length));
      }
      if (lines.stream().noneMatch(line -> line.is("Content-Type"))) {
        automatic(lines, "Content-Type", "application/x-www-form-urlencoded");
      }
      if (length > EXPECT_FROM) {
        automatic(lines, "Expect", "100-continue");
      }
    }
  }

  private void automatic(List<Field> lines, String name, String value) {
    if (!isCustom(name)) {
      lines.add(Field.of(name, value));
    }
  }

  private boolean isCustom(String name) {
    return custom.stream().anyMatch(field -> field.is(name));
  }

  private Optional<String> customValue(String name) {
    return custom.stream()
        .filter(field -> field.is(name) && field.value() != null)
        .findFirst()
        .map(Field::text);
  }

  private Optional<String> authorization(CurlUrl url) {
    if (bearer != null) {
      return Optional.of("Bearer " + bearer);
    }
    boolean other = CurlNotes.OTHER_AUTH.stream().anyMatch(options::has);
    String login = user == null ? decoded(url.user()) : user;
    if (login == null || other) {
      return Optional.empty();
    }
    String pair = login.contains(":") ? login : login + ":";
    return Optional.of(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable String decoded(@Nullable String user) {
    if (user == null) {
      return null;
    }
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return user;
    }
  }
}
