package io.patchbay.run;

import io.patchbay.common.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of a list of runs in SQL. */
final class RunQuery {

  /** Over the columns of the inner list. */
  static final String TEXT =
      """
      (r.id::text like :idStart or r.flow_name ilike :text or r.trigger_data ilike :text
        or r.failure ilike :text
        or exists (select 1 from step_runs s where s.run_id = r.id
          and (s.output ilike :text or s.failure ilike :text)))
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  RunQuery(WorkspaceId workspace, RunFilter filter, @Nullable UUID before) {
    add("r.workspace_id = :workspace", "workspace", workspace.value());
    if (before != null) {
      add("r.id < :before", "before", before);
    }
    if (filter.flow() != null) {
      add(
          "r.flow_id = (select id from flows where workspace_id = :workspace and slug = :flow)",
          "flow",
          filter.flow());
    }
    if (!filter.states().isEmpty()) {
      var words = filter.states().stream().map(RunState::word).toList();
      add("r.state in (:states)", "states", words);
    }
    if (filter.trigger() != null) {
      add("r.trigger_kind = :trigger", "trigger", filter.trigger());
    }
    if (filter.environment() != null) {
      add("r.environment = :environment", "environment", filter.environment());
    }
    if (filter.since() != null) {
      add("r.id >= :since", "since", firstId(filter.since()));
    }
    if (filter.until() != null) {
      add("r.id < :until", "until", firstId(filter.until()));
    }
    if (filter.text() != null) {
      String escaped = filter.text().replaceAll("([\\\\%_])", "\\\\$1");
      parameters.put("text", "%" + escaped + "%");
      parameters.put("idStart", escaped + "%");
    }
  }

  String conditions() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }

  /** The least id that a run of that instant can have: ids begin with the time, RFC 9562. */
  static UUID firstId(Instant instant) {
    return new UUID(instant.toEpochMilli() << 16, 0);
  }
}
