package io.patchbay.ui.designer.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.MethodLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NewStepsTest {

  @Test
  void takesTheNewestMajor() {
    assertThat(version("list", List.of("2.1.0", "2.0.0", "1.0.0"), true)).isEqualTo("2");
  }

  @Test
  void takesTheDraftWhereNoVersionHasTheMethodYet() {
    assertThat(version("refund", List.of("2.1.0"), true)).isEqualTo("draft");
  }

  @Test
  void staysWithTheMajorWhereTheDraftMayNotBeCalled() {
    assertThat(version("refund", List.of("2.1.0"), false)).isEqualTo("2");
  }

  @Test
  void namesNoVersionAsLongAsNoneIsPublished() {
    assertThat(version("list", List.of(), true)).isNull();
  }

  private static @Nullable String version(String method, List<String> published, boolean draft) {
    return NewSteps.call("step", "shop", method, new Shop(published, draft)).version();
  }

  /** A shop whose versions have the method {@code list}, and whose draft has {@code refund} too. */
  private record Shop(List<String> published, boolean mayCallDraft) implements MethodLookup {

    @Override
    public Optional<Api> api(String ref) {
      return Optional.empty();
    }

    @Override
    public Optional<ApiMethod> method(CallStep call) {
      boolean there = "draft".equals(call.version()) ? mayCallDraft : call.method().equals("list");
      return there
          ? Optional.of(
              Json.readDocument(
                  "{\"name\": \"%s\", \"path\": \"/\"}".formatted(call.method()), ApiMethod.class))
          : Optional.empty();
    }

    @Override
    public List<ApiVersion> versions(String ref) {
      return published.stream()
          .map(number ->
              new ApiVersion(
                  SemanticVersion.parse(number), 1, null, null, Instant.EPOCH, "ann@example.com"))
          .toList();
    }

    @Override
    public boolean mayCallDraft(String ref) {
      return mayCallDraft;
    }

    @Override
    public Map<String, String> variables(@Nullable String environment) {
      return Map.of();
    }

    @Override
    public Map<String, JsonNode> schemas(CallStep call) {
      return Map.of();
    }
  }
}
