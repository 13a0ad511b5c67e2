package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Brings a definition up to its source without losing what was changed by hand. What only one side
 * changed is taken from that side; where both did, the change by hand stays and is reported.
 */
public final class ThreeWayMerge {

  /** A method that is kept; {@code mine} is absent where it comes from the source. */
  private record Kept(ApiMethod method, @Nullable ApiMethod mine) {}

  private final Conflicts conflicts = Conflicts.ofApi();
  private final Api base;
  private final Api mine;
  private final Api theirs;

  private ThreeWayMerge(Api base, Api mine, Api theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }

  /**
   * Merges.
   *
   * @param base as it was imported last
   * @param mine as it is now, edited by hand
   * @param theirs as it would be imported now
   */
  public static Merge merge(Api base, Api mine, Api theirs) {
    var merge = new ThreeWayMerge(base, mine, theirs);
    return Merge.of(mine, merge.result(), merge.conflicts.all());
  }

  private Api result() {
    Api head = new HeadMerge(conflicts).merge(base, mine, theirs);
    List<ApiMethod> methods = named(methods());
    Map<String, JsonNode> schemas = schemas();
    Api merged =
        head.with(parts -> {
          parts.methods = methods;
          parts.schemas = schemas;
        });
    return SchemaNames.withMissing(merged, List.of(mine, theirs, base));
  }

  private List<Kept> methods() {
    var triples =
        new Triples<>(
            base.methods(), mine.methods(), theirs.methods(), ApiDiff.signs(), MethodDiff::address);
    List<Kept> kept = new ArrayList<>();
    for (var triple : triples.inOrder()) {
      ApiMethod method = method(triple.base(), triple.mine(), triple.theirs());
      if (method != null) {
        kept.add(new Kept(method, triple.mine()));
      }
    }
    return kept;
  }

  private @Nullable ApiMethod method(
      @Nullable ApiMethod was, @Nullable ApiMethod here, @Nullable ApiMethod there) {
    if (here != null && there != null) {
      boolean renamedByHand = was == null || !was.name().equals(here.name());
      String name = renamedByHand ? here.name() : there.name();
      return new MethodMerge(conflicts.of(name)).merge(was, here, there);
    }
    if (Objects.equals(was, there)) {
      return here;
    }
    if (Objects.equals(was, here)) {
      return there;
    }
    ApiMethod known = here == null ? Objects.requireNonNull(there) : here;
    conflicts.of(known.name()).add("methods." + known.name(), tree(here), tree(there));
    return here;
  }

  private static @Nullable JsonNode tree(@Nullable ApiMethod method) {
    return method == null ? null : Json.toTree(method);
  }

  /** Gives those from the source another name where theirs is taken here by another method. */
  private List<ApiMethod> named(List<Kept> kept) {
    Set<String> taken = new HashSet<>();
    kept.stream().filter(ThreeWayMerge::hasOwnName).forEach(k -> taken.add(k.method().name()));
    List<ApiMethod> methods = new ArrayList<>();
    for (Kept each : kept) {
      ApiMethod method = each.method();
      if (hasOwnName(each) || taken.add(method.name())) {
        methods.add(method);
        continue;
      }
      String wanted = each.mine() == null ? method.name() : each.mine().name();
      String free = Names.free(wanted, taken);
      taken.add(free);
      conflicts
          .of(free)
          .add(
              "name",
              "The source calls this method '%s', as another one is called here; it is '%s' here."
                  .formatted(method.name(), free),
              Json.toTree(free),
              Json.toTree(method.name()));
      methods.add(method.with(parts -> parts.name = free));
    }
    return methods;
  }

  private static boolean hasOwnName(Kept kept) {
    return kept.mine() != null && kept.mine().name().equals(kept.method().name());
  }

  private Map<String, JsonNode> schemas() {
    var merge = new SchemaMerge(new TreeMerge(conflicts));
    Map<String, JsonNode> merged = new LinkedHashMap<>();
    List<String> names =
        Order.merge(base.schemas().keySet(), mine.schemas().keySet(), theirs.schemas().keySet());
    for (String name : names) {
      JsonNode schema =
          merge.schema(
              "schemas." + name,
              base.schemas().get(name),
              mine.schemas().get(name),
              theirs.schemas().get(name));
      if (schema != null) {
        merged.put(name, schema);
      }
    }
    return merged;
  }
}
