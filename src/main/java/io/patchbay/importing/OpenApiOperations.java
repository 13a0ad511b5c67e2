package io.patchbay.importing;

import io.patchbay.api.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
      operations.collect(path, operations.items(path));
    }
    operations.noteIncoming();
    return operations.found;
  }

  /** A path item and, where it refers to another one, that one before it. */
  private List<Spot> items(Spot path) {
    if (!path.isGiven()) {
      reading.findings.note(path, "A path with nothing in it.");
      return List.of();
    }
    Optional<Spot> referred = reading.object(path, "A path");
    boolean hasMore = path.members().stream().anyMatch(m -> !m.key().equals("$ref"));
    if (path.reference() == null || !hasMore) {
      return referred.stream().toList();
    }
    return referred.map(item -> List.of(item, path)).orElseGet(() -> List.of(path));
  }

  private void collect(Spot key, List<Spot> items) {
    OpenApiPath read = OpenApiPath.of(reading, key);
    Map<Verb, Spot> byVerb = new LinkedHashMap<>();
    for (Spot item : items) {
      for (Spot member : item.members()) {
        Verb verb = VERBS.get(member.key().toLowerCase(Locale.ROOT));
        if (verb != null && isOfThisGeneration(verb)) {
          byVerb.put(verb, member);
        } else if (!OTHERS.contains(member.key())) {
          reading.findings.leftOut(
              member, "'%s' is no operation of a path.".formatted(member.key()));
        }
      }
      item.field("additionalOperations").entries().forEach(member -> other(byVerb, member));
    }
    byVerb.forEach((verb, operation) -> {
      String own = OpenApiReading.own(operation).field("path").text();
      OpenApiPath path = own == null ? read : new OpenApiPath(own, List.of());
      add(items, path, verb, operation);
    });
  }

  private void other(Map<Verb, Spot> byVerb, Spot operation) {
    verb(operation.key())
        .ifPresentOrElse(
            verb -> byVerb.put(verb, operation),
            () ->
                reading.findings.leftOut(
                    operation,
                    "Patchbay does not know the verb '%s'; this method was left out."
                        .formatted(operation.key())));
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

  private void add(List<Spot> items, OpenApiPath path, Verb verb, Spot operation) {
    if (!operation.isGiven()) {
      reading.findings.changed(operation, "An operation with nothing in it; the method is bare.");
      found.add(new OpenApiOperation(items, path, verb, operation));
    } else {
      reading
          .object(operation, "An operation")
          .ifPresent(own -> found.add(new OpenApiOperation(items, path, verb, own)));
    }
  }

  /** Calls that the API makes are not calls to it. */
  private void noteIncoming() {
    int webhooks = 0;
    for (Spot webhook : reading.root.field("webhooks").entries()) {
      webhooks += Math.max(1, verbsIn(webhook));
    }
    if (webhooks > 0) {
      reading.findings.note(reading.root.field("webhooks"), incoming(webhooks, "webhook"));
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
      reading.findings.note(first, incoming(callbacks, "callback"));
    }
  }

  private static String incoming(int count, String what) {
    return count == 1
        ? "One %s, which the API sends, is no method and was not taken.".formatted(what)
        : "%,d %ss, which the API sends, are no methods and were not taken.".formatted(count, what);
  }

  private static int verbsIn(Spot item) {
    return (int) item.members().stream().filter(m -> VERBS.containsKey(m.key())).count();
  }
}
