package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value in a document together with its place. */
record Spot(SourceText document, DocPath path, JsonNode value) {

  static Spot top(SourceText document) {
    return new Spot(document, DocPath.TOP, document.document());
  }

  /** The value of a key; missing when there is none. */
  Spot field(String key) {
    return new Spot(document, path.field(key), value.path(key));
  }

  /** The elements of a list; none when it is no list. */
  List<Spot> elements() {
    List<Spot> elements = new ArrayList<>();
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        elements.add(new Spot(document, path.item(i), value.get(i)));
      }
    }
    return elements;
  }

  /** The values of an object, whatever their keys; none when it is no object. */
  List<Spot> entries() {
    List<Spot> entries = new ArrayList<>();
    if (value.isObject()) {
      for (var entry : value.properties()) {
        entries.add(new Spot(document, path.field(entry.getKey()), entry.getValue()));
      }
    }
    return entries;
  }

  /** As {@link #entries}, extensions left out: where keys are words and not names. */
  List<Spot> members() {
    return entries().stream().filter(entry -> !entry.key().startsWith("x-")).toList();
  }

  /** The key or index under which it stands. */
  String key() {
    return path.name();
  }

  boolean isObject() {
    return value.isObject();
  }

  /** Whether it is there, and more than an empty place. */
  boolean isGiven() {
    return !value.isMissingNode() && !value.isNull();
  }

  /**
   * Text as it is, a number or a truth value in its digits or letters; absent for anything else.
   */
  @Nullable String text() {
    if (value.isString()) {
      return value.stringValue();
    }
    return value.isNumber() || value.isBoolean() ? value.asString() : null;
  }

  String text(String otherwise) {
    String text = text();
    return text == null ? otherwise : text;
  }

  /** The text of a key, unless it is blank. */
  Optional<String> textOf(String key) {
    return Optional.ofNullable(field(key).text()).filter(text -> !text.isBlank());
  }

  /** Whether the key's value is true; the word counts, too. */
  boolean isTrue(String key) {
    return "true".equalsIgnoreCase(field(key).text(""));
  }

  /** The reference that stands here; absent when it is something of its own. */
  @Nullable String reference() {
    JsonNode reference = value.isObject() ? value.get("$ref") : null;
    return reference != null && reference.isString() ? reference.stringValue() : null;
  }

  /** A word for the kind of value, for messages. */
  String kind() {
    if (value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    if (value.isObject()) {
      return "an object";
    }
    if (value.isArray()) {
      return "a list";
    }
    return value.isString() ? "a text" : value.isNumber() ? "a number" : "a truth value";
  }
}
