package io.patchbay.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The shared schemas of a definition. Whatever a reference leads to, in this document or another,
 * gets a name of its own and is read once; so references may go around in circles.
 */
final class OpenApiSchemas {

  /** Where a definition keeps them. */
  static final String SHARED = "#/schemas/";

  private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final Pattern BARE = Pattern.compile("#?/?[\\p{L}\\p{N}_-]+");
  private static final Pattern EDGES = Pattern.compile("^[_]+|[_]+$");
  private static final Set<String> SAYS_NOTHING =
      Set.of("schema", "properties", "items", "schemas", "definitions", "$defs", "components");
  private static final int LONGEST_NAME = 120;

  private final OpenApiReading reading;
  private final OpenApiSchemaReader reader;
  private final Map<Target, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, @Nullable JsonNode> schemas = new LinkedHashMap<>();
  private final Deque<Runnable> open = new ArrayDeque<>();

  private record Target(SourceText document, List<String> path) {
    static Target of(Spot spot) {
      return new Target(spot.document(), spot.path().segments());
    }
  }

  OpenApiSchemas(OpenApiReading reading) {
    this.reading = reading;
    this.reader = new OpenApiSchemaReader(reading, this);
  }

  /** Takes all schemas under {@code components}, used or not. */
  void addComponents() {
    List<Spot> components = reading.entries(reading.components("schemas"), "Schemas");
    for (Spot component : components) {
      String name = reading.isOurs ? component.key() : free(component.key());
      taken.add(name);
      if (!name.equals(component.key())) {
        reading.findings.changedOften(
            component,
            "A schema's name had characters that cannot stand in one; it has others now.");
      }
      names.put(Target.of(component), name);
      schemas.put(name, null);
    }
    components.forEach(this::adoptOther);
    for (Spot component : components) {
      read(String.valueOf(names.get(Target.of(component))), component);
    }
  }

  /** A schema that is nothing but a reference to another document lends that one its name. */
  private void adoptOther(Spot component) {
    String reference = component.reference();
    if (reference != null && !reference.startsWith("#") && component.value().size() == 1) {
      Optional<Spot> target = reading.documents.locate(component, reference);
      if (target.isPresent() && !target.get().document().equals(component.document())) {
        names.putIfAbsent(Target.of(target.get()), String.valueOf(names.get(Target.of(component))));
      }
    }
  }

  /** A schema at its place, without a name. */
  JsonNode inline(Spot schema) {
    return reader.read(schema);
  }

  /** The schema of a key; absent when there is none. */
  @Nullable JsonNode inlineOf(Spot holder, String key) {
    Spot schema = holder.field(key);
    return schema.isGiven() ? inline(schema) : null;
  }

  /** The reference in the definition for a reference in the description. */
  Optional<String> reference(Spot from, String reference) {
    return byBareName(from, reference)
        .or(() -> reading.documents.locate(from, reference))
        .map(this::named);
  }

  /** Swagger 1.2 wrote nothing but the name, and some still do. */
  private Optional<Spot> byBareName(Spot from, String reference) {
    if (!BARE.matcher(reference).matches() || !from.document().equals(reading.root.document())) {
      return Optional.empty();
    }
    Spot component = reading.components("schemas").field(reference.replaceFirst("^#?/?", ""));
    if (!component.isGiven()) {
      return Optional.empty();
    }
    reading.findings.changedOften(
        from, "'%s' was taken for the schema of that name.".formatted(reference));
    return Optional.of(component);
  }

  private String named(Spot target) {
    var key = Target.of(target);
    String name = names.get(key);
    if (name == null) {
      name = free(proposal(target));
      names.put(key, name);
      schemas.put(name, null);
      String forLater = name;
      open.add(() -> read(forLater, target));
    }
    return SHARED + name;
  }

  private void read(String name, Spot schema) {
    String reference = schema.reference();
    boolean lent =
        reference != null
            && reading
                .documents
                .locate(schema, reference)
                .filter(target -> name.equals(names.get(Target.of(target))))
                .filter(target -> !target.equals(schema))
                .isPresent();
    Optional<Spot> own = lent ? reading.documents.resolve(schema) : Optional.of(schema);
    schemas.put(name, own.map(reader::read).orElseGet(JsonNodeFactory.instance::objectNode));
  }

  /** All shared schemas by name, once everything else was read. */
  Map<String, JsonNode> all() {
    while (!open.isEmpty()) {
      open.remove().run();
    }
    Map<String, JsonNode> all = new LinkedHashMap<>();
    schemas.forEach((name, schema) -> {
      if (schema != null) {
        all.put(name, schema);
      }
    });
    return all;
  }

  /** A name for a schema that has none: what its place says. */
  private String proposal(Spot target) {
    List<String> segments = target.path().segments();
    if (segments.isEmpty()) {
      return stem(target.document().name());
    }
    var name = new StringBuilder();
    for (String segment : segments) {
      if (!SAYS_NOTHING.contains(segment)) {
        name.append(name.isEmpty() ? "" : "_").append(segment);
      }
    }
    String own = name.isEmpty() ? segments.getLast() : name.toString();
    boolean clashes = taken.contains(clean(own));
    return clashes && !target.document().equals(reading.root.document())
        ? stem(target.document().name()) + "_" + own
        : own;
  }

  private static String stem(String document) {
    String file = document.replaceFirst("[?#].*", "").replaceFirst(".*[/\\\\](?=[^/\\\\])", "");
    return file.replaceFirst("\\.(ya?ml|json)$", "");
  }

  private String free(String proposal) {
    String name = clean(proposal);
    String free = name;
    while (!taken.add(free)) {
      free = name + "_" + numbers.merge(name, 2, (before, _) -> before + 1);
    }
    return free;
  }

  private static String clean(String proposal) {
    String name = EDGES.matcher(ODD.matcher(proposal).replaceAll("_")).replaceAll("");
    String known = name.isEmpty() ? "Schema" : name;
    return known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
  }
}
