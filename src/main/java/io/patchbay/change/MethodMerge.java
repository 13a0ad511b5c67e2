package io.patchbay.change;

import io.patchbay.api.ApiCheck;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.ResponseShape;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Merges one method three ways. */
final class MethodMerge {

  private final Conflicts conflicts;
  private final TreeMerge trees;
  private final SchemaMerge schemas;

  MethodMerge(Conflicts conflicts) {
    this.conflicts = conflicts;
    this.trees = new TreeMerge(conflicts);
    this.schemas = new SchemaMerge(trees);
  }

  /** Merges a method that both sides have; {@code base} is absent where both made it. */
  ApiMethod merge(@Nullable ApiMethod base, ApiMethod mine, ApiMethod theirs) {
    if (mine.equals(theirs) || theirs.equals(base)) {
      return mine;
    }
    if (mine.equals(base)) {
      return theirs;
    }
    ApiMethod from = base == null ? ApiMethod.of(mine.name(), mine.verb(), mine.path()) : base;
    var parameters = parameters(from, mine, theirs);
    var responses = responses(from, mine, theirs);
    JsonNode was = base == null ? null : head(base);
    JsonNode head = trees.fields("", was, head(mine), head(theirs), this::rule);
    ApiMethod merged =
        Json.convert(head == null ? head(mine) : head, ApiMethod.class)
            .with(parts -> {
              parts.parameters = parameters;
              parts.responses = responses;
            });
    return fits(merged) || !fits(mine) ? merged : withPathOf(mine, theirs, merged);
  }

  private static JsonNode head(ApiMethod method) {
    return Json.toTree(
        method.with(parts -> {
          parts.parameters = List.of();
          parts.responses = List.of();
        }));
  }

  private TreeMerge.Rule rule(String field) {
    return switch (field) {
      case "tags" -> trees::set;
      case "headers", "policies" -> trees::deep;
      case "body" -> this::body;
      default -> trees::whole;
    };
  }

  private @Nullable JsonNode body(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    return trees.fields(
        where,
        base,
        mine,
        theirs,
        field ->
            switch (field) {
              case "schema" -> schemas::schema;
              case "encoding" -> trees::deep;
              default -> trees::whole;
            });
  }

  private List<Parameter> parameters(ApiMethod base, ApiMethod mine, ApiMethod theirs) {
    var signs = ParameterDiff.signs(List.of(base, mine, theirs));
    var triples =
        new Triples<>(
            base.parameters(), mine.parameters(), theirs.parameters(), signs, ParameterDiff::key);
    return distinct(
        merge(triples, p -> "parameters." + p.name(), this::parameter, Parameter.class), mine);
  }

  /** Gives inputs from the source another name where theirs is taken here by another one. */
  private List<Parameter> distinct(List<Parameter> parameters, ApiMethod mine) {
    Set<String> own = new HashSet<>();
    mine.parameters().forEach(p -> own.add(ParameterDiff.key(p) + " " + p.name()));
    Set<String> taken = new HashSet<>();
    parameters.stream()
        .filter(p -> own.contains(ParameterDiff.key(p) + " " + p.name()))
        .forEach(p -> taken.add(p.name()));
    List<Parameter> distinct = new ArrayList<>();
    for (Parameter parameter : parameters) {
      boolean kept = own.contains(ParameterDiff.key(parameter) + " " + parameter.name());
      distinct.add(kept || taken.add(parameter.name()) ? parameter : renamed(parameter, taken));
    }
    return distinct;
  }

  private Parameter renamed(Parameter parameter, Set<String> taken) {
    String free = Names.free(parameter.name(), taken);
    taken.add(free);
    conflicts.add(
        "parameters." + free + ".name",
        "The source calls this input '%s', as another one is called here; it is '%s' here."
            .formatted(parameter.name(), free),
        tree(free),
        tree(parameter.name()));
    return parameter.with(parts -> {
      parts.name = free;
      parts.wireName = parameter.sentAs();
    });
  }

  private TreeMerge.Rule parameter(String field) {
    return field.equals("schema") ? schemas::schema : trees::whole;
  }

  private List<ResponseShape> responses(ApiMethod base, ApiMethod mine, ApiMethod theirs) {
    var triples =
        new Triples<>(
            base.responses(),
            mine.responses(),
            theirs.responses(),
            ResponseDiff.signs(),
            ResponseShape::status);
    return merge(triples, r -> "responses." + r.status(), this::response, ResponseShape.class);
  }

  private TreeMerge.Rule response(String field) {
    return switch (field) {
      case "schema" -> schemas::schema;
      case "headers" ->
          (where, base, mine, theirs) ->
              trees.fields(where, base, mine, theirs, _ -> schemas::schema);
      default -> trees::whole;
    };
  }

  private <T> List<T> merge(
      Triples<T> triples, Function<T, String> where, TreeMerge.Fields rules, Class<T> type) {
    List<T> merged = new ArrayList<>();
    for (var triple : triples.inOrder()) {
      T element = merge(triple, where, rules, type);
      if (element != null) {
        merged.add(element);
      }
    }
    return merged;
  }

  private <T> @Nullable T merge(
      Triples.Triple<T> triple, Function<T, String> where, TreeMerge.Fields rules, Class<T> type) {
    T mine = triple.mine();
    T theirs = triple.theirs();
    if (Objects.equals(mine, theirs) || Objects.equals(triple.base(), theirs)) {
      return mine;
    }
    if (Objects.equals(triple.base(), mine)) {
      return theirs;
    }
    T known = mine == null ? Objects.requireNonNull(theirs) : mine;
    JsonNode tree =
        trees.fields(where.apply(known), tree(triple.base()), tree(mine), tree(theirs), rules);
    return tree == null ? null : Json.convert(tree, type);
  }

  private static @Nullable JsonNode tree(@Nullable Object value) {
    return value == null ? null : Json.toTree(value);
  }

  /** Whether each placeholder has its parameter. */
  private static boolean fits(ApiMethod method) {
    Set<String> inPath = new HashSet<>();
    method.parameters().stream()
        .filter(p -> p.in() == Parameter.In.PATH)
        .forEach(p -> inPath.add(p.sentAs()));
    return inPath.equals(new HashSet<>(ApiCheck.placeholders(method.path())));
  }

  /** Where the path and its inputs were changed on both sides, they stay together as they are. */
  private ApiMethod withPathOf(ApiMethod mine, ApiMethod theirs, ApiMethod merged) {
    List<Parameter> parameters = new ArrayList<>();
    mine.parameters().stream().filter(p -> p.in() == Parameter.In.PATH).forEach(parameters::add);
    merged.parameters().stream().filter(p -> p.in() != Parameter.In.PATH).forEach(parameters::add);
    conflicts.add("path", tree(mine.path()), tree(theirs.path()));
    return merged.with(parts -> {
      parts.path = mine.path();
      parts.parameters = parameters;
    });
  }
}
