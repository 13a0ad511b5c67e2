package io.patchbay.http;

import java.util.Locale;
import java.util.Optional;

/** Reads {@code Link} headers, RFC 8288: {@code <https://…?page=2>; rel="next", …}. */
final class LinkHeader {

  private final String text;
  private int at;

  private LinkHeader(String text) {
    this.text = text;
  }

  /** The target of the first link with that relation; empty when there is none. */
  static Optional<String> target(String header, String relation) {
    return new LinkHeader(header).find(relation);
  }

  private Optional<String> find(String relation) {
    while (at < text.length()) {
      skip(" \t,");
      if (at >= text.length() || text.charAt(at) != '<') {
        return Optional.empty();
      }
      var end = text.indexOf('>', at);
      if (end < 0) {
        return Optional.empty();
      }
      var target = text.substring(at + 1, end).strip();
      at = end + 1;
      if (hasRelation(relation)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }

  /** Reads the parameters up to the next link; the first {@code rel} counts. */
  private boolean hasRelation(String relation) {
    String relations = null;
    skip(" \t");
    while (at < text.length() && text.charAt(at) == ';') {
      at++;
      skip(" \t");
      var name = token();
      skip(" \t");
      var value = "";
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skip(" \t");
        value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
      }
      if (relations == null && name.equalsIgnoreCase("rel")) {
        relations = value;
      }
      skip(" \t");
    }
    var following = text.indexOf(',', at);
    at = following < 0 ? text.length() : following + 1;
    return relations != null
        && java.util.List.of(relations.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .contains(relation);
  }

  private String token() {
    var start = at;
    while (at < text.length() && ";,= \t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    at++;
    return value.toString();
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
