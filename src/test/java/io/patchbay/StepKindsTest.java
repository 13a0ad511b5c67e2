package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.patchbay.engine.StepHandler;
import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** A new kind of step is one record, one name, one handler: this says which of them is missing. */
class StepKindsTest {

  @Test
  void everyKindHasOneNameInDocuments() {
    var named = Arrays.stream(Step.class.getAnnotation(JsonSubTypes.class).value()).toList();

    assertThat(named.stream().<Class<?>>map(JsonSubTypes.Type::value).toList())
        .containsExactlyInAnyOrderElementsOf(records(Step.class));
    assertThat(named.stream().map(JsonSubTypes.Type::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyActiveKindHasExactlyOneHandler() {
    assertThat(handledKinds()).containsExactlyInAnyOrderElementsOf(records(ActiveStep.class));
  }

  private static List<Class<?>> handledKinds() {
    var handler = StepHandler.class;
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(handler));
    return scanner.findCandidateComponents("io.patchbay").stream()
        .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .<Class<?>>map(type -> ResolvableType.forClass(type).as(handler).getGeneric(0).resolve())
        .toList();
  }

  private static List<Class<?>> records(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(type);
    }
    return Stream.of(type.getPermittedSubclasses()).flatMap(t -> records(t).stream()).toList();
  }
}
