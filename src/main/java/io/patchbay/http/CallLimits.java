package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The policies that hold for a call, and where each of them is said: by a node of the flow, else by
 * the method, else by the API, else by nobody.
 *
 * @param levels all that say something, the one that wins first
 * @param breaker absent when there is none
 * @param rate absent when there is no limit
 * @param pagination absent when there are no pages
 */
record CallLimits(
    List<Level> levels,
    int connectMs,
    int tlsMs,
    int responseMs,
    int totalMs,
    int retries,
    int maxResponseBytes,
    RetryRules retry,
    @Nullable BreakerRules breaker,
    @Nullable RateRules rate,
    Policies.@Nullable Pagination pagination) {

  /** Who says something. */
  enum Place {
    API,
    METHOD,
    FLOW;

    private String origin() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is said in one place.
   *
   * @param words for people
   * @param origin as in {@link SentRequest.Header}
   */
  record Level(Place place, String words, String origin, Policies policies) {}

  /** Without the nodes of a flow. */
  static CallLimits of(Api api, ApiMethod method) {
    var levels = new ArrayList<Level>();
    add(levels, method.customizations(), Place.METHOD, "on method '%s'".formatted(method.name()));
    add(levels, method.policies(), Place.METHOD, "method '%s'".formatted(method.name()));
    add(levels, api.customizations(), Place.API, "on API '%s'".formatted(api.name()));
    add(levels, api.policies(), Place.API, "API '%s'".formatted(api.name()));
    return of(levels);
  }

  /** With the nodes of a flow above all else; the same object if none of them is a policy. */
  CallLimits under(List<Customization> nodes) {
    for (var node : nodes) {
      if (node instanceof Customization.Policy) {
        var all = new ArrayList<Level>();
        add(all, nodes, Place.FLOW, "in the flow");
        all.addAll(levels);
        return of(all);
      }
    }
    return this;
  }

  /** What somebody says, the value that holds only, and who says it. */
  List<SentRequest.Policy> said() {
    var all = new LinkedHashMap<String, SentRequest.Policy>();
    for (var level : levels) {
      level
          .policies()
          .said()
          .forEach((name, value) ->
              all.putIfAbsent(name, new SentRequest.Policy(name, value, level.origin())));
    }
    return List.copyOf(all.values());
  }

  /** Where something is said, as the end of a sentence. */
  String setBy(Function<Policies, @Nullable Object> what) {
    var level = level(what);
    return level == null ? "the default" : "set by " + level.words();
  }

  /** The place where something is said; absent when it is nowhere. */
  @Nullable Place placeOf(Function<Policies, @Nullable Object> what) {
    var level = level(what);
    return level == null ? null : level.place();
  }

  private @Nullable Level level(Function<Policies, @Nullable Object> what) {
    for (var level : levels) {
      if (what.apply(level.policies()) != null) {
        return level;
      }
    }
    return null;
  }

  private static void add(
      List<Level> levels, @Nullable Policies policies, Place place, String words) {
    add(levels, policies, place, words, place.origin());
  }

  private static void add(
      List<Level> levels, @Nullable Policies policies, Place place, String words, String origin) {
    if (policies != null && !policies.equals(Policies.NONE)) {
      levels.add(new Level(place, words, origin, policies));
    }
  }

  /** The last of them wins. */
  private static void add(
      List<Level> levels, List<Customization> customizations, Place place, String where) {
    for (var customization : customizations.reversed()) {
      if (customization instanceof Customization.Policy(var name, var policies)) {
        var words = name == null ? "a policy " + where : "policy '%s' %s".formatted(name, where);
        var label = name == null || name.isBlank() ? "policy" : name;
        add(levels, policies, place, words, place.origin() + ": " + label);
      }
    }
  }

  private static CallLimits of(List<Level> levels) {
    var said = Policies.NONE;
    for (var level : levels) {
      said = said.over(level.policies());
    }
    return new CallLimits(
        List.copyOf(levels),
        either(said.connectMs(), 5_000),
        either(said.tlsMs(), 5_000),
        either(said.responseMs(), 30_000),
        either(said.totalMs(), 100_000),
        either(said.retries(), 2),
        either(said.maxResponseBytes(), 10 * 1024 * 1024),
        RetryRules.of(said.retry()),
        BreakerRules.of(said.circuitBreaker()),
        RateRules.of(said.rateLimit()),
        said.pagination());
  }

  private static int either(@Nullable Integer said, int usual) {
    return said == null ? usual : said;
  }
}
