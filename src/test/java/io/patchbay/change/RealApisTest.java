package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.importing.Descriptions;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares and merges what others wrote. */
class RealApisTest {

  static Stream<String> files() throws IOException {
    return Material.text("openapi/index.tsv")
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('\t')));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aSecondReadingDiffersInNothing(String file) throws IOException {
    Api first = read(file);
    Api second = read(file);

    assertThat(ApiDiff.between(first, second)).isEmpty();
    assertThat(ThreeWayMerge.merge(first, first, second).api()).isEqualTo(second);
  }

  @ParameterizedTest
  @MethodSource("files")
  void editsByHandSurviveASourceThatChangesEverything(String file) throws IOException {
    Api base = read(file);
    Api mine = methods(base, method -> method.with(m -> m.title = "By hand"));
    Api theirs =
        methods(base, method -> method.with(m -> m.description = "From the source"))
            .with(parts -> parts.schemas = withField(parts.schemas));

    var merge = ThreeWayMerge.merge(base, mine, theirs);

    assertThat(merge.allConflicts()).isEmpty();
    assertThat(merge.api().schemas()).isEqualTo(theirs.schemas());
    assertThat(merge.api().methods())
        .hasSameSizeAs(base.methods())
        .allSatisfy(method -> {
          assertThat(method.title()).isEqualTo("By hand");
          assertThat(method.description()).isEqualTo("From the source");
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void aChangeOfEverySchemaIsFoundSoonAndToldInMeasure(String file) throws IOException {
    Api before = read(file);
    Api after = before.with(parts -> parts.schemas = withField(parts.schemas));
    var threads = ManagementFactory.getThreadMXBean();

    long start = threads.getCurrentThreadCpuTime();
    var added = ApiDiff.between(before, after);
    var removed = ApiDiff.between(after, before);
    var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(4));
    assertThat(added).allMatch(change -> change.impact() != Impact.BREAKING);
    assertThat(added.size())
        .isLessThan(before.schemas().size() + ApiDiff.MANY + 60 + before.methods().size() * 6);
    boolean used = added.stream().anyMatch(change -> change.where().contains("responses"));
    assertThat(removed.stream().anyMatch(change -> change.impact() == Impact.BREAKING))
        .isEqualTo(used);
  }

  private static Api read(String file) throws IOException {
    return Descriptions.read(Material.file("openapi/" + file)).api();
  }

  private static Api methods(Api api, java.util.function.UnaryOperator<ApiMethod> change) {
    List<ApiMethod> changed = api.methods().stream().map(change).toList();
    return api.withMethods(changed);
  }

  /** Each schema of an object with one field more. */
  static Map<String, JsonNode> withField(Map<String, JsonNode> schemas) {
    Map<String, JsonNode> changed = new LinkedHashMap<>();
    schemas.forEach((name, schema) -> {
      if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
        var copy = object.deepCopy();
        copy.withObject("properties")
            .set("fromTheSource", Yaml.read("{type: string}", JsonNode.class));
        changed.put(name, copy);
      } else {
        changed.put(name, schema);
      }
    });
    return changed;
  }
}
