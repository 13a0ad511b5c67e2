package io.patchbay.http;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiId;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.NotFoundException;
import io.patchbay.http.ApiState.BreakerState;
import io.patchbay.http.ApiState.Circuit;
import io.patchbay.http.ApiState.LimitState;
import io.patchbay.http.RateLimitRepository.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Says whether calls of an API go through at the moment, and if not, until when and why. */
@Service
public class CallStates {

  private final ApiCatalog catalog;
  private final CallPolicies policies;
  private final RateLimitRepository limits;
  private final InstantSource clock;

  CallStates(
      ApiCatalog catalog, CallPolicies policies, RateLimitRepository limits, InstantSource clock) {
    this.catalog = catalog;
    this.policies = policies;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * The state of an API.
   *
   * @param ref the API's slug, or {@code owner:slug}
   * @throws NotFoundException when there is no such API
   */
  public ApiState of(Access access, String ref) {
    access.require(Role.VIEWER);
    var id =
        catalog
            .api(access.workspace(), ref)
            .orElseThrow(() -> NotFoundException.of("API", ref))
            .id();
    return new ApiState(breakers(id), limits(id));
  }

  private List<BreakerState> breakers(ApiId id) {
    var all = new ArrayList<BreakerState>();
    policies
        .breakCircuit()
        .readings(id)
        .forEach((server, reading) -> {
          var state =
              switch (reading.state()) {
                case CLOSED -> Circuit.CLOSED;
                case OPEN -> Circuit.OPEN;
                case HALF_OPEN -> Circuit.HALF_OPEN;
              };
          all.add(
              new BreakerState(
                  server,
                  state,
                  reading.calls(),
                  reading.failures(),
                  state == Circuit.OPEN ? policies.breakCircuit().until(reading) : null,
                  state == Circuit.CLOSED ? null : reading.why(),
                  reading.lastFailure()));
        });
    return all;
  }

  private List<LimitState> limits(ApiId id) {
    var rows = new LinkedHashMap<String, Row>();
    kept(id).forEach(row -> rows.put(row.scope(), row));
    var all = new ArrayList<LimitState>();
    policies
        .turns()
        .readings(id)
        .forEach((scope, reading) -> all.add(state(scope, reading, rows.remove(scope))));
    rows.values().stream()
        .filter(row -> !row.pause().isZero())
        .forEach(row -> all.add(paused(row))); // another node's
    return all;
  }

  private List<Row> kept(ApiId id) {
    try {
      return limits.list(id);
    } catch (DataAccessException _) {
      return List.of(); // what this node knows is shown all the same
    }
  }

  private LimitState state(String scope, TurnQueue.Reading reading, @Nullable Row row) {
    var until = reading.pausedUntil();
    var reason = until == null ? null : reading.pausedBy();
    if (until == null && row != null && !row.pause().isZero()) {
      until = clock.instant().plus(row.pause());
      reason = row.pausedBy();
    }
    return new LimitState(
        scope,
        reading.rules().words(),
        row == null ? null : free(reading.rules(), row),
        reading.waiting(),
        until,
        reason,
        !reading.isAlone());
  }

  private static @Nullable Integer free(RateRules rules, Row row) {
    return rules.requests() == 0
        ? null
        : TurnWindow.of(rules, row.kept(), row.nowMs()).free(row.nowMs());
  }

  private LimitState paused(Row row) {
    return new LimitState(
        row.scope(),
        "used by another node",
        null,
        0,
        clock.instant().plus(row.pause()),
        row.pausedBy(),
        true);
  }
}
