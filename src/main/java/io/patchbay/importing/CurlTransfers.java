package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the requests of one part of a curl command, as curl would send them. */
final class CurlTransfers {

  /** A set of one name is no set for people: {@code /orders/{id}}. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][\\w.-]*)}");

  private static final Pattern DOUBLE = Pattern.compile("\\{\\{\\s*([^{}]{1,100}?)\\s*}}");

  /** More requests of one command are not read. */
  static final int MOST_REQUESTS = 1_000;

  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  private static final int MOST_PROBLEMS = 5;

  /**
   * The requests of a command.
   *
   * @param problems addresses among others that curl would refuse
   */
  record Read(List<CurlRequest> requests, List<String> problems) {}

  private final CurlOptionSet options;
  private final @Nullable String input;
  private final CurlData data;
  private final CurlHeaders headers;
  private final List<FormPart> parts = new ArrayList<>();
  private final List<String> urlQueries = new ArrayList<>();

  private CurlTransfers(List<CurlOption> options, @Nullable String input) {
    this.options = new CurlOptionSet(options);
    this.input = input;
    this.data = new CurlData(input);
    this.headers = new CurlHeaders(this.options);
    options.forEach(this::take);
    refuseTwoBodies();
  }

  /**
   * The requests.
   *
   * @throws InvalidException as curl refuses, or when a file would have to be read
   */
  static Read of(List<CurlOption> options, @Nullable String input) {
    return new CurlTransfers(options, input).requests();
  }

  private void take(CurlOption option) {
    String value = option.text();
    switch (option.name()) {
      case "data", "data-ascii" -> data.add(value, true, true);
      case "data-binary" -> data.add(value, true, false);
      case "data-raw" -> data.add(value, false, false);
      case "data-urlencode" -> data.addEncoded(value);
      case "json" -> data.addJson(value);
      case "form" -> parts.addAll(CurlForm.parts(value, input));
      case "form-string" -> parts.add(CurlForm.literal(value));
      case "url-query" -> urlQueries.add(CurlData.query(value));
      case "config" ->
          throw new InvalidException(
              "", "-K reads options from the file %s, which is not read here.".formatted(value));
      default -> {}
    }
  }

  private boolean has(String name) {
    return options.has(name);
  }

  private @Nullable String last(String name) {
    return options.value(name).orElse(null);
  }

  private void refuseTwoBodies() {
    List<String> kinds = new ArrayList<>();
    if (data.isGiven() && !has("get")) {
      kinds.add("-d");
    }
    if (!parts.isEmpty()) {
      kinds.add("-F");
    }
    if (has("head")) {
      kinds.add("-I");
    }
    if (has("upload-file")) {
      kinds.add("-T");
    }
    if (kinds.size() > 1) {
      throw new InvalidException(
          "",
          "%s cannot be given together; curl sends one kind of request."
              .formatted(String.join(" and ", kinds)));
    }
  }

  private Read requests() {
    List<CurlRequest> requests = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    options.all().stream()
        .filter(option -> option.name().equals("url"))
        .limit(MOST_REQUESTS)
        .forEach(option -> refuseTypography(option.text()));
    for (var option : options.all()) {
      if (option.name().equals("url") && requests.size() < MOST_REQUESTS) {
        try {
          for (String address : addresses(option.text())) {
            requests.add(request(address));
          }
        } catch (InvalidException e) {
          problems.add(e.problems().getFirst().message());
        }
      }
    }
    if (requests.isEmpty()) {
      throw new InvalidException(
          "", problems.isEmpty() ? "The command has no address." : problems.getFirst());
    }
    return new Read(requests, problems.stream().distinct().limit(MOST_PROBLEMS).toList());
  }

  private static void refuseTypography(String url) {
    if (!url.isEmpty() && "“”„‘’«»".indexOf(url.charAt(0)) >= 0) {
      throw new InvalidException(
          "", "The address stands in typographic quotes, which no shell knows; type \" or '.");
    }
    if (url.startsWith("–") || url.startsWith("—")) {
      throw new InvalidException(
          "", "An option begins with a long dash, as word processors make it; type -- instead.");
    }
  }

  private List<String> addresses(String given) {
    String assumed = last("proto-default");
    String url = assumed == null || given.contains("://") ? given : assumed + "://" + given;
    String masked = DOUBLE.matcher(url).replaceAll(OPEN + "{$1}" + CLOSE);
    masked = PLACEHOLDER.matcher(masked).replaceAll(OPEN + "$1" + CLOSE);
    return has("globoff") ? List.of(masked) : CurlGlob.expand(masked);
  }

  private CurlRequest request(String masked) {
    String open = has("globoff") ? "{" : "";
    String close = has("globoff") ? "}" : "";
    CurlUrl sent = CurlUrl.parse(unmasked(masked, open, close));
    CurlUrl shown = CurlUrl.parse(unmasked(masked, "{", "}"));
    boolean upload = has("upload-file");
    String query = query();
    sent = withUploadName(sent.withQuery(query));
    shown = withUploadName(shown.withQuery(query));
    boolean hasBody = data.isGiven() && !has("get");
    sent.refuseSpaces();
    String target = last("request-target");
    var lines =
        headers.of(
            sent,
            hasBody ? data.text() : null,
            parts.isEmpty() ? null : parts,
            upload,
            data.isJson());
    return new CurlRequest(
        verb(hasBody, upload),
        shown,
        target == null ? sent.target(has("path-as-is")) : target,
        lines,
        hasBody ? data.text() : null,
        parts,
        shown.address(),
        upload);
  }

  private static String unmasked(String masked, String open, String close) {
    return masked.replace(String.valueOf(OPEN), open).replace(String.valueOf(CLOSE), close);
  }

  private String query() {
    List<String> pieces = new ArrayList<>();
    if (has("get") && data.isGiven()) {
      pieces.add(data.text());
    }
    if (pieces.isEmpty()) {
      pieces.addAll(urlQueries);
    }
    return String.join("&", pieces);
  }

  /** An upload to a folder takes the name of the file. */
  private CurlUrl withUploadName(CurlUrl url) {
    String file = last("upload-file");
    if (file == null || file.equals("-") || file.equals(".") || !url.path().endsWith("/")) {
      return url;
    }
    return url.withPath(url.path() + file.substring(file.lastIndexOf('/') + 1));
  }

  private String verb(boolean hasBody, boolean upload) {
    String given = last("request");
    if (given != null && !given.isEmpty()) {
      return given;
    }
    if (has("head")) {
      return "HEAD";
    }
    if (upload) {
      return "PUT";
    }
    return hasBody || !parts.isEmpty() ? "POST" : "GET";
  }
}
