package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.ApiId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lines in which calls wait for their turn. A limit of an API is one for all its methods on one
 * server; what a method or a flow says instead is counted by itself.
 */
@Component
class Turns {

  private final RateLimitRepository repository;
  private final InstantSource clock;
  private final Cache<Key, TurnQueue> queues =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  Turns(RateLimitRepository repository, InstantSource clock) {
    this.repository = repository;
    this.clock = clock;
  }

  TurnQueue queue(Call call, RateRules rules) {
    return queues.get(
        new Key(call.apiKey(), call.request().id(), scope(call, rules)),
        key -> new TurnQueue(new TurnSource(repository, key.id, key.scope), rules, clock));
  }

  /** The lines of an API on this node, by what they are for. */
  Map<String, TurnQueue.Reading> readings(Object apiKey) {
    var all = new TreeMap<String, TurnQueue.Reading>();
    queues
        .asMap()
        .forEach((key, queue) -> {
          if (key.api.equals(apiKey)) {
            all.put(key.scope, queue.reading());
          }
        });
    return all;
  }

  private static String scope(Call call, RateRules rules) {
    var origin = call.plan().origin().toString();
    var place = call.limits().placeOf(policies -> policies.rateLimit());
    return place == null
        ? origin
        : switch (place) {
          case API -> origin;
          case METHOD -> origin + " " + call.request().method().name();
          case FLOW -> origin + " flow: " + rules.words();
        };
  }

  private record Key(Object api, @Nullable ApiId id, String scope) {}
}
