package io.patchbay.http;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The one form of a request that AWS and we hash: "canonical request" of Signature Version 4. */
final class AwsCanonical {

  private AwsCanonical() {}

  static String request(
      Outgoing request, SortedMap<String, String> headers, String bodyHash, boolean isS3) {
    var target = request.address().path();
    var question = target.indexOf('?');
    var path = question < 0 ? target : target.substring(0, question);
    var query = question < 0 ? "" : target.substring(question + 1);
    var lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.verb(),
        isS3 ? encoded(PercentCode.decode(path)) : encoded(normalized(path)),
        query(query),
        lines,
        String.join(";", headers.keySet()),
        bodyHash);
  }

  /** Segment by segment; a path that is encoded already is so twice, which AWS wants but in S3. */
  private static String encoded(String path) {
    var text = path.startsWith("/") ? path : "/" + path;
    return Arrays.stream(text.split("/", -1))
        .map(PercentCode::encode)
        .collect(Collectors.joining("/"));
  }

  /** Without dots and empty segments, RFC 3986 section 5.2.4; S3 keys may hold such. */
  private static String normalized(String path) {
    var segments = new ArrayDeque<String>();
    for (var segment : path.split("/")) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(segment);
      }
    }
    var text = "/" + String.join("/", segments);
    var isOpen = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    return isOpen && !segments.isEmpty() ? text + "/" : text;
  }

  private static String query(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(AwsCanonical::pair)
        .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Map.Entry<String, String> pair(String pair) {
    var equals = pair.indexOf('=');
    var name = equals < 0 ? pair : pair.substring(0, equals);
    var value = equals < 0 ? "" : pair.substring(equals + 1);
    return Map.entry(
        PercentCode.encode(PercentCode.decode(name)),
        PercentCode.encode(PercentCode.decode(value)));
  }
}
