package io.patchbay.api;

import io.patchbay.api.Customization.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what a customization does, in one line for people. */
public final class CustomizationText {

  private static final int LONGEST_VALUE = 60;

  private CustomizationText() {}

  /** What it does, such as {@code sets X-Trace, removes Accept}. */
  public static String of(Customization customization) {
    var said = said(customization);
    return said.isEmpty() ? "changes nothing yet" : said;
  }

  /** Whether it does nothing as it stands. */
  public static boolean isEmpty(Customization customization) {
    return said(customization).isEmpty();
  }

  private static String said(Customization customization) {
    return switch (customization) {
      case Customization.Headers it -> pairs(it.set(), it.append(), it.remove());
      case Customization.Query it -> pairs(it.set(), it.append(), it.remove());
      case Customization.ClientCertificate it -> chosen("shows", it.certificate());
      case Customization.Credential it -> credential(it);
      case Customization.Body it -> body(it);
      case Customization.Sign it -> sign(it);
      case Customization.Response it -> response(it);
      case Customization.Policy it -> policies(it.policies());
      case Customization.IdempotencyKey it -> "sends a key as " + it.header();
    };
  }

  private static String policies(Policies policies) {
    return policies.said().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String pairs(
      Map<String, String> set, Map<String, String> append, List<String> remove) {
    var parts = new ArrayList<String>();
    add(parts, "sets", set.keySet());
    add(parts, "appends to", append.keySet());
    add(parts, "removes", remove);
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String verb, Iterable<String> names) {
    var list = String.join(", ", names);
    if (!list.isEmpty()) {
      parts.add(verb + " " + list);
    }
  }

  private static String chosen(String verb, @Nullable String name) {
    return name == null || name.isBlank() ? "" : "%s '%s'".formatted(verb, name);
  }

  private static String credential(Customization.Credential it) {
    var auth = it.auth();
    var uses = chosen("uses", it.credential());
    return auth == null
        ? uses
        : uses.isEmpty()
            ? "authenticates by " + auth.kind()
            : "%s for %s".formatted(uses, auth.kind());
  }

  private static String body(Customization.Body it) {
    JsonNode value = it.value();
    var type = it.contentType() == null ? "" : " as " + it.contentType();
    return value == null
        ? type.isEmpty() ? "" : "sends the body" + type
        : "sends %s%s".formatted(shortly(value), type);
  }

  private static String sign(Customization.Sign it) {
    return it.recipe().name().isEmpty()
        ? chosen("signs with", it.credential())
        : "signs in %s %s %s"
            .formatted(
                it.recipe().in().name().toLowerCase(Locale.ROOT),
                it.recipe().name(),
                chosen("with", it.credential()))
            .strip();
  }

  private static String response(Response it) {
    var parts = new ArrayList<String>();
    if (it.fail() != null) {
      parts.add("fails with '%s'".formatted(shortened(it.fail())));
    }
    if (it.status() != null) {
      parts.add("gives status " + shortly(it.status()));
    }
    var headers = pairs(it.set(), Map.of(), it.remove());
    if (!headers.isEmpty()) {
      parts.add(headers);
    }
    if (it.body() != null) {
      parts.add("gives the body " + shortly(it.body()));
    }
    var when = it.when() == null ? "" : " when " + shortened(it.when());
    return parts.isEmpty() ? "" : String.join("; ", parts) + when;
  }

  private static String shortly(JsonNode value) {
    return value.isObject() && !value.isEmpty()
        ? value.propertyNames().stream().collect(Collectors.joining(", ", "{", "}"))
        : shortened(value.isString() ? value.stringValue() : value.toString());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
