package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiTabTest {

  /** The front-end build follows classes from routes on; it does not know of Spring components. */
  @Test
  void theEditorNamesAllThatItsTabsShowForTheFrontEndBuild() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.patchbay.ui");
    Set<String> packages =
        classes.stream()
            .filter(one -> one.isAssignableTo(ApiTab.class) && !one.isInterface())
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());

    Set<String> shown =
        classes.stream()
            .filter(one -> packages.contains(one.getPackageName()))
            .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass())
            .filter(ApiTabTest::needsTheFrontEnd)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    Set<String> named =
        Arrays.stream(ApiEditorView.class.getAnnotationsByType(Uses.class))
            .map(uses -> uses.value().getName())
            .collect(Collectors.toSet());
    assertThat(shown).isNotEmpty();
    assertThat(named)
        .as("@Uses of ApiEditorView: add what a tab shows, so that the browser knows it")
        .containsAll(shown);
  }

  private static boolean needsTheFrontEnd(JavaClass one) {
    return one.isAssignableTo(Component.class)
        && !one.isAssignableTo(UI.class)
        && (one.isAnnotatedWith(JsModule.class) || one.isAnnotatedWith(JsModule.Container.class));
  }
}
