package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/** What all readers of one OpenAPI document share: its generation, its findings, its references. */
final class OpenApiReading {

  static final int LONGEST_TEXT = 20_000;
  static final int LONGEST_OVERVIEW = 100_000;

  final OpenApiVersion version;
  final OpenApiFindings findings;
  final OpenApiDocuments documents;
  final OpenApiSchemas schemas;
  final Spot root;

  /** Whether it is an export of ours, which is taken to the letter. */
  final boolean isOurs;

  OpenApiReading(SourceText main, OpenApiVersion version, Documents others) {
    this.version = version;
    this.findings = new OpenApiFindings(main);
    this.documents = new OpenApiDocuments(main, others, findings);
    this.root = Spot.top(main);
    this.isOurs = own(root).isObject();
    this.schemas = new OpenApiSchemas(this);
  }

  /** The definitions of a kind, wherever this generation keeps them. */
  Spot components(String kind) {
    if (!version.isV2()) {
      return root.field("components").field(kind);
    }
    return root.field(
        switch (kind) {
          case "schemas" -> "definitions";
          case "securitySchemes" -> "securityDefinitions";
          default -> kind;
        });
  }

  /** The object at a place, references followed; nothing, and a finding, when it is none. */
  Optional<Spot> object(Spot spot, String what) {
    if (!spot.isGiven()) {
      return Optional.empty();
    }
    Optional<Spot> found = documents.resolve(spot);
    if (found.isPresent() && !found.get().isObject()) {
      findings.leftOut(
          spot, "%s has to be an object, here it is %s.".formatted(what, found.get().kind()));
      return Optional.empty();
    }
    return found;
  }

  /** The values of an object, whatever their keys; none, and a finding, when it is none. */
  List<Spot> entries(Spot map, String what) {
    Spot own = referred(map);
    if (own.isGiven() && !own.isObject()) {
      findings.leftOut(
          own, "%s have to be an object, here they are %s.".formatted(what, own.kind()));
    }
    return own.entries();
  }

  /** As {@link #entries}, extensions left out. */
  List<Spot> members(Spot map, String what) {
    return entries(map, what).stream().filter(entry -> !entry.key().startsWith("x-")).toList();
  }

  /** The elements of a list; none, and a finding, when it is something else. */
  List<Spot> elements(Spot list, String what) {
    Spot own = referred(list);
    if (own.isGiven() && !own.value().isArray()) {
      findings.leftOut(own, "%s have to be a list, here they are %s.".formatted(what, own.kind()));
    }
    return own.elements();
  }

  /** Some split their files where OpenAPI has no reference: a whole map, a list, a text. */
  private Spot referred(Spot spot) {
    return spot.reference() == null
        ? spot
        : documents
            .resolve(spot)
            .orElse(new Spot(spot.document(), spot.path(), MissingNode.getInstance()));
  }

  /** The texts of a list. */
  List<String> texts(Spot list, String what) {
    if (list.value().isString()) {
      return List.of(list.value().stringValue());
    }
    List<String> texts = new ArrayList<>();
    for (Spot element : elements(list, what)) {
      String text = element.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A description; absent when it is blank, cut when it is huge. */
  @Nullable String description(Spot text) {
    return description(text, LONGEST_TEXT);
  }

  @Nullable String description(Spot spot, int longest) {
    String text = referred(spot).text();
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() <= longest || isOurs) {
      return text;
    }
    findings.changedOften(
        spot, "A text of more than %,d characters was cut there.".formatted(longest));
    return text.substring(0, longest - 1) + "…";
  }

  /** What an extension of ours says at a place; missing when there is none. */
  static Spot own(Spot spot) {
    return spot.field(OWN);
  }

  /** The extension that holds what OpenAPI has no word for. */
  static final String OWN = "x-patchbay";
}
