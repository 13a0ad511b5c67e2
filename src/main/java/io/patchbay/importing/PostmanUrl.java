package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the address of a request in a collection: text, or taken apart. */
final class PostmanUrl {

  private static final Pattern FRONT = Pattern.compile("\\A(https?://)?(\\{\\{[^{}]{1,100}}})");
  private static final Pattern SEGMENT =
      Pattern.compile("(?<=/)\\{\\{\\s*([^{}]{1,100}?)\\s*}}(?=/|\\?|#|$)");

  private final PostmanVariables variables;

  PostmanUrl(PostmanVariables variables) {
    this.variables = variables;
  }

  /**
   * The address.
   *
   * @throws io.patchbay.common.InvalidException when it is none
   */
  ExchangeUrl read(JsonNode url) {
    String raw = url.isObject() ? raw(url) : PostmanText.of(url, "");
    variables.countDynamic(raw);
    var parsed = ExchangeUrl.parse(withVersions(withOrigin(raw)));
    JsonNode listed = url.path("query");
    var query = listed.isArray() && !listed.isEmpty() ? fields(listed) : plain(parsed.query());
    return parsed.withQuery(query).withPlaces(places(url.path("variable"), parsed));
  }

  private static String raw(JsonNode url) {
    String raw = PostmanText.of(url.path("raw"), "");
    if (!raw.isEmpty()) {
      return raw;
    }
    String protocol = PostmanText.of(url.path("protocol"), "");
    String port = PostmanText.of(url.path("port"), "");
    return (protocol.isEmpty() ? "" : protocol + "://")
        + joined(url.path("host"), ".")
        + (port.isEmpty() ? "" : ":" + port)
        + (url.has("path") ? "/" + joined(url.path("path"), "/").replaceFirst("^/", "") : "");
  }

  private static String joined(JsonNode parts, String separator) {
    if (!parts.isArray()) {
      return PostmanText.of(parts, "");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode part : parts) {
      texts.add(PostmanText.of(part, PostmanText.of(part.path("value"), "")));
    }
    return String.join(separator, texts);
  }

  /** The host is filled in as far as it is known. */
  private String withOrigin(String raw) {
    int end = raw.indexOf('?');
    String front = end < 0 ? raw : raw.substring(0, end);
    String rest = end < 0 ? "" : raw.substring(end);
    Matcher matcher = FRONT.matcher(front);
    if (matcher.find()) {
      String value = variables.filled(matcher.group(2));
      boolean complete = value.matches("(?i)https?://.*");
      String scheme = matcher.group(1) == null || complete ? "" : matcher.group(1);
      String joint = front.substring(matcher.end());
      boolean slashes = value.endsWith("/") && joint.startsWith("/");
      front = scheme + (slashes ? value.substring(0, value.length() - 1) : value) + joint;
    }
    int slash = front.indexOf('/', Math.max(front.indexOf("://") + 3, 0));
    String host = slash < 0 ? front : front.substring(0, slash);
    return variables.filledPlain(host) + (slash < 0 ? "" : front.substring(slash)) + rest;
  }

  /** A version, or a piece of path with slashes, belongs to the path; other values are inputs. */
  private String withVersions(String address) {
    int end = address.indexOf('?');
    String front = end < 0 ? address : address.substring(0, end);
    String filled =
        SEGMENT
            .matcher(front)
            .replaceAll(found -> {
              String value = variables.filled(found.group());
              boolean literal = PathTemplates.isVersion(value) || value.contains("/");
              return Matcher.quoteReplacement(literal ? value : found.group());
            });
    return filled + (end < 0 ? "" : address.substring(end));
  }

  private List<Field> fields(JsonNode listed) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode entry : listed) {
      var field = PostmanText.field(entry);
      if (!field.name().isEmpty()) {
        fields.add(
            new Field(
                ExchangeUrl.decode(field.name(), false),
                plainValue(ExchangeUrl.decode(field.text(), false)),
                field.description(),
                field.optional()));
      }
    }
    return fields;
  }

  private List<Field> plain(List<Field> query) {
    return query.stream().map(field -> Field.of(field.name(), plainValue(field.text()))).toList();
  }

  private String plainValue(String value) {
    variables.countDynamic(value);
    return variables.filledPlain(value);
  }

  private List<Field> places(JsonNode listed, ExchangeUrl url) {
    List<Field> places = new ArrayList<>();
    for (JsonNode entry : listed) {
      var field = PostmanText.field(entry);
      if (!field.name().isEmpty()) {
        places.add(
            new Field(
                Placeholders.name(field.name()),
                variables.filledPlain(field.text()),
                field.description(),
                false));
      }
    }
    for (String segment : url.segments()) {
      for (String name : Placeholders.names(segment)) {
        String value = variables.value(name);
        if (!value.isEmpty() && places.stream().noneMatch(place -> place.name().equals(name))) {
          places.add(Field.of(name, value));
        }
      }
    }
    return places;
  }
}
