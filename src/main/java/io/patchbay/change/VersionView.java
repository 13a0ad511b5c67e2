package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version in a list.
 *
 * @param newest whether steps take it that name no version
 * @param uses how many steps call it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
    SemanticVersion version,
    boolean newest,
    int methods,
    int uses,
    @Nullable String note,
    @Nullable String deprecated,
    Instant publishedAt,
    String publishedBy) {

  static VersionView of(ApiVersion version, boolean newest, int uses) {
    return new VersionView(
        version.version(),
        newest,
        version.methods(),
        uses,
        version.note(),
        version.deprecated(),
        version.publishedAt(),
        version.publishedBy());
  }
}
