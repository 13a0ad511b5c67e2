package io.patchbay.importing;

import io.patchbay.api.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds the operations of a description, in its order. */
final class OpenApiOperations {

  private static final Map<String, Verb> VERBS =
      Map.of(
          "get", Verb.GET,
          "put", Verb.PUT,
          "post", Verb.POST,
          "delete", Verb.DELETE,
          "options", Verb.OPTIONS,
          "head", Verb.HEAD,
          "patch", Verb.PATCH,
          "trace", Verb.TRACE,
          "query", Verb.QUERY);
  private static final Set<String> OTHERS =
      Set.of("$ref", "summary", "description", "servers", "parameters", "additionalOperations");

  private final OpenApiReading reading;
  private final List<OpenApiOperation> found = new ArrayList<>();

  private OpenApiOperations(OpenApiReading reading) {
    this.reading = reading;
  }

  static List<OpenApiOperation> of(OpenApiReading reading) {
    var operations = new OpenApiOperations(reading);
    for (Spot path : reading.members(reading.root.field("paths"), "Paths")) {
      operations.item(path).ifPresent(item -> operations.collect(path, item));
    }
    operations.noteIncoming();
    return operations.found;
  }

  private Optional<Spot> item(Spot path) {
    if (!path.isGiven()) {
      reading.findings.note(path, "A path with nothing in it.");
      return Optional.empty();
    }
    Optional<Spot> item = reading.object(path, "A path");
    if (item.isEmpty() || path.reference() == null || path.value().size() == 1) {
      return item;
    }
    return item.map(referred -> merged(path, referred));
  }

  /** What stands beside a reference holds over what it refers to. */
  private Spot merged(Spot path, Spot referred) {
    boolean sameDocument = path.document().equals(referred.document());
    if (!sameDocument) {
      reading.findings.note(path, "What stands beside the $ref of a path was not read.");
      return referred;
    }
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    referred.value().properties().forEach(e -> both.set(e.getKey(), e.getValue()));
    path.value().properties().forEach(e -> both.set(e.getKey(), e.getValue()));
    both.remove("$ref");
    return new Spot(referred.document(), referred.path(), both);
  }

  private void collect(Spot key, Spot item) {
    OpenApiPath path = OpenApiPath.of(reading, key);
    for (Spot member : item.members()) {
      Verb verb = VERBS.get(member.key().toLowerCase(Locale.ROOT));
      if (verb != null && isOfThisGeneration(verb)) {
        add(item, path, verb, member);
      } else if (!OTHERS.contains(member.key())) {
        reading.findings.leftOut(
            member, "'%s' is no operation of a path.".formatted(member.key()));
      }
    }
    for (Spot member : item.field("additionalOperations").members()) {
      verb(member.key())
          .ifPresentOrElse(
              verb -> add(item, path, verb, member),
              () ->
                  reading.findings.leftOut(
                      member,
                      "Patchbay does not know the verb '%s'; this method was left out."
                          .formatted(member.key())));
    }
  }

  private boolean isOfThisGeneration(Verb verb) {
    return switch (verb) {
      case TRACE -> !reading.version.isV2();
      case QUERY -> reading.version == OpenApiVersion.V3_2;
      default -> true;
    };
  }

  private static Optional<Verb> verb(String word) {
    for (Verb verb : Verb.values()) {
      if (verb.name().equalsIgnoreCase(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  private void add(Spot item, OpenApiPath path, Verb verb, Spot operation) {
    if (!operation.isGiven()) {
      reading.findings.changed(operation, "An operation with nothing in it; the method is bare.");
      found.add(new OpenApiOperation(item, path, verb, operation));
    } else {
      reading
          .object(operation, "An operation")
          .ifPresent(own -> found.add(new OpenApiOperation(item, path, verb, own)));
    }
  }

  /** Calls that the API makes are not calls to it. */
  private void noteIncoming() {
    int webhooks = 0;
    for (Spot webhook : reading.root.field("webhooks").members()) {
      webhooks += Math.max(1, verbsIn(webhook));
    }
    if (webhooks > 0) {
      reading.findings.note(
          reading.root.field("webhooks"),
          "%,d webhooks are described, which the API sends; they are not methods and were not taken."
              .formatted(webhooks));
    }
    int callbacks = 0;
    Spot first = null;
    for (OpenApiOperation one : found) {
      for (Spot callback : one.operation().field("callbacks").members()) {
        first = first == null ? callback : first;
        int verbs = callback.members().stream().mapToInt(OpenApiOperations::verbsIn).sum();
        callbacks += Math.max(1, verbs);
      }
    }
    if (first != null) {
      reading.findings.note(
          first,
          "%,d callbacks are described, which the API sends; they are not methods and were not taken."
              .formatted(callbacks));
    }
  }

  private static int verbsIn(Spot item) {
    return (int) item.members().stream().filter(m -> VERBS.containsKey(m.key())).count();
  }
}
