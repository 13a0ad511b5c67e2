package io.patchbay.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.common.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells whether values or data fit a schema. A schema's references are followed by the resolver
 * alone; nothing is ever fetched.
 */
public final class SchemaFit {

  private static final int MOST_PROBLEMS = 20;

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaLoader(loader -> loader.fetchRemoteResources(false))
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(LinearRegex::compile)
                          .formatAssertionsEnabled(true)
                          .build()));

  private final Schema schema;

  private SchemaFit(Schema schema) {
    this.schema = schema;
  }

  /**
   * Reads a schema once, to check many values.
   *
   * @param references gives the schema for a {@code $ref}; null when there is none, and then
   *     everything fits there
   */
  public static SchemaFit of(
      JsonNode schema, Function<String, ? extends @Nullable JsonNode> references) {
    return new SchemaFit(REGISTRY.getSchema(SelfContained.copyOf(schema, references)));
  }

  /** As {@link #of(JsonNode, Function)}, for a schema whose references lead into itself. */
  public static SchemaFit of(JsonNode schema) {
    return of(schema, reference -> inside(schema, reference));
  }

  private static @Nullable JsonNode inside(JsonNode schema, String reference) {
    String pointer = reference.substring(reference.indexOf('#') + 1);
    JsonNode found =
        pointer.isEmpty() || pointer.startsWith("/") ? schema.at(pointer) : schema.path(pointer);
    return reference.startsWith("#") && !found.isMissingNode() ? found : null;
  }

  /** What is wrong with a plain value, one sentence each; empty when it fits. */
  public List<String> problems(@Nullable Object plainValue) {
    var problems = schema.validate(Json.toTree(plainValue));
    return problems.stream().map(ProblemSentence::of).distinct().limit(MOST_PROBLEMS).toList();
  }

  /** As {@link #problems(Object)}, for a single value. */
  public static List<String> problems(
      @Nullable Object plainValue,
      JsonNode schema,
      Function<String, ? extends @Nullable JsonNode> references) {
    return of(schema, references).problems(plainValue);
  }

  /** Compares the types and the required fields of what is given with what is wanted. */
  public static Fit check(
      JsonNode given, JsonNode wanted, Function<String, ? extends @Nullable JsonNode> references) {
    var resolver = new Resolver(references);
    JsonNode have = resolver.resolve(given);
    JsonNode need = resolver.resolve(wanted);
    if (Options.hasChoice(have) || Options.hasChoice(need)) {
      return Fit.GOOD;
    }
    var types = compare(TypeWords.kinds(have), TypeWords.kinds(need));
    return types.level() == Fit.Level.FITS ? compareFields(have, need) : types;
  }

  private static Fit compare(Set<Kind> have, Set<Kind> need) {
    if (have.isEmpty() || need.isEmpty()) {
      return Fit.GOOD;
    }
    var accepted = EnumSet.copyOf(need);
    if (accepted.contains(Kind.NUMBER)) {
      accepted.add(Kind.INTEGER);
    }
    if (accepted.containsAll(have)) {
      return Fit.GOOD;
    }
    var common = EnumSet.copyOf(have);
    common.retainAll(accepted);
    boolean wholeFromNumber = have.contains(Kind.NUMBER) && accepted.contains(Kind.INTEGER);
    String sentence = sentence(have, need);
    return common.isEmpty() && !wholeFromNumber
        ? new Fit(Fit.Level.DOES_NOT_FIT, sentence)
        : new Fit(Fit.Level.MAY_FIT, sentence);
  }

  private static String sentence(Set<Kind> have, Set<Kind> need) {
    String given = spoken(have);
    return Character.toUpperCase(given.charAt(0))
        + given.substring(1)
        + " given, "
        + spoken(need)
        + " is needed";
  }

  static String spoken(Set<Kind> kinds) {
    return kinds.stream().map(Kind::spoken).collect(Collectors.joining(" or "));
  }

  private static Fit compareFields(JsonNode have, JsonNode need) {
    JsonNode known = have.path("properties");
    if (known.isMissingNode()) {
      return Fit.GOOD;
    }
    for (JsonNode required : need.path("required")) {
      String name = required.asString("");
      if (!known.has(name)) {
        return new Fit(Fit.Level.MAY_FIT, "The field '%s' is needed".formatted(name));
      }
    }
    return Fit.GOOD;
  }
}
