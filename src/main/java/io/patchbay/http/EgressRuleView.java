package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that calls may reach besides the public internet.
 *
 * @param id absent for what stands in the settings, which cannot be deleted here
 * @param rule {@code host:port}, {@code 10.1.0.0/16:port} or {@code [fd00::/8]:port}; the port may
 *     be {@code *}
 * @param note why, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EgressRuleView(
    @Nullable UUID id,
    String rule,
    String note,
    Source source,
    @Nullable String createdBy,
    @Nullable Instant createdAt) {

  /** Where it stands. */
  public enum Source {
    /** In {@code PATCHBAY_EGRESS_ALLOW}. */
    @JsonProperty("settings")
    SETTINGS,
    /** Given by an administrator. */
    @JsonProperty("administrator")
    ADMINISTRATOR
  }
}
