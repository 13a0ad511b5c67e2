package io.patchbay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the code to the tree of the design: who may see whom, and who may touch the outside. */
class ArchitectureTest {

  private static final Set<String> PACKAGES =
      Set.of(
          "boot",
          "common",
          "schema",
          "expression",
          "credential",
          "api",
          "change",
          "importing",
          "http",
          "flow",
          "run",
          "engine",
          "trigger",
          "account",
          "sample",
          "rest",
          "ui");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.patchbay");

  /** Classes that put the others together; they may look at the clock and open the database. */
  private static final DescribedPredicate<JavaClass> WIRING =
      or(
          resideInAPackage("io.patchbay.boot"),
          describe("wiring", c -> outermost(c).getSimpleName().endsWith("Configuration")));

  /** The one clock that is not given: $now() and $millis() are words of the language itself. */
  private static final DescribedPredicate<JavaClass> LANGUAGE =
      describe("the meter", c -> c.getName().equals("io.patchbay.expression.Meter"));

  private static final DescribedPredicate<JavaClass> REPOSITORY =
      describe("a repository", c -> outermost(c).getSimpleName().endsWith("Repository"));

  @Test
  void packagesDependOnlyOnWhatTheyDeclare() {
    ApplicationModules.of(PatchbayApplication.class).verify();
  }

  @Test
  void everyPackageIsOfTheTreeAndSaysWhatItIsFor() throws Exception {
    for (var name : packages()) {
      var info = Class.forName(name + ".package-info");
      assertThat(info.getAnnotation(NullMarked.class)).as(name + " is @NullMarked").isNotNull();
    }
    for (var module : modules()) {
      assertThat(PACKAGES).as("the packages of the design").contains(module);
      var declared =
          Class.forName("io.patchbay." + module + ".package-info")
              .getAnnotation(ApplicationModule.class);
      assertThat(declared).as(module + " is an @ApplicationModule").isNotNull();
      assertThat(declared.allowedDependencies())
          .as(module + " declares its dependencies")
          .isNotEqualTo(new String[] {ApplicationModule.OPEN_TOKEN});
    }
  }

  @Test
  void onlyTheUserInterfaceSeesVaadin() {
    noClasses()
        .that(not(resideInAPackage("io.patchbay.ui..")))
        .should()
        .dependOnClassesThat(resideInAPackage("com.vaadin.."))
        .check(CLASSES);
  }

  @Test
  void onlyHttpOpensConnectionsToTheOutside() {
    var clients =
        or(
            resideInAnyPackage(
                "org.apache.hc..",
                "java.net.http..",
                "org.springframework.web.client..",
                "org.springframework.web.reactive.."),
            oneOf(
                Socket.class,
                ServerSocket.class,
                DatagramSocket.class,
                URLConnection.class,
                HttpURLConnection.class,
                java.nio.channels.SocketChannel.class));
    var elsewhere =
        not(or(resideInAPackage("io.patchbay.http.."), resideInAPackage("io.patchbay.boot")));

    noClasses().that(elsewhere).should().dependOnClassesThat(clients).check(CLASSES);
    noClasses()
        .that(elsewhere)
        .should()
        .accessTargetWhere(
            calls(URL.class, "openStream", "openConnection", "getContent")
                .or(calls("com.nimbusds.oauth2.sdk.http.HTTPRequest", "send"))
                .or(calls("com.nimbusds.jose.util.DefaultResourceRetriever", "retrieveResource")))
        .check(CLASSES);
  }

  @Test
  void onlyRepositoriesSpeakSql() {
    noClasses()
        .that(not(REPOSITORY).and(not(WIRING)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."))
        .check(CLASSES);
  }

  @Test
  void timeAndIdsAreGivenNotTaken() {
    noClasses()
        .that(not(WIRING).and(not(LANGUAGE)))
        .should()
        .accessTargetWhere(
            clockReading()
                .or(calls(System.class, "currentTimeMillis"))
                .or(calls(UUID.class, "randomUUID"))
                .or(calls(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                .or(calls(InstantSource.class, "system"))
                .or(newDate()))
        .because("tests move the clock: take an InstantSource, a Clock, or common.Ids")
        .check(CLASSES);
  }

  @Test
  void expressionsAreAlwaysEvaluatedInABoundedFrame() {
    noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "Jsonata.evaluate(input) without a frame",
                access ->
                    access.getTargetOwner().isEquivalentTo(Jsonata.class)
                        && access.getName().equals("evaluate")
                        && access instanceof JavaCodeUnitAccess<?> call
                        && call.getTarget().getRawParameterTypes().size() == 1))
        .check(CLASSES);
    noClasses()
        .that(not(resideInAPackage("io.patchbay.expression..")))
        .should()
        .dependOnClassesThat(resideInAPackage("com.dashjoin.."))
        .check(CLASSES);
  }

  @Test
  void nothingRunsCodeThatCameAsData() {
    noClasses()
        .should()
        .dependOnClassesThat(
            or(
                resideInAnyPackage(
                    "javax.script..",
                    "jdk.jshell..",
                    "groovy..",
                    "org.graalvm.polyglot..",
                    "org.mozilla.javascript..",
                    "org.springframework.expression.."),
                oneOf(ObjectInputStream.class)))
        .check(CLASSES);
    noClasses()
        .that(not(resideInAPackage("io.patchbay.boot")))
        .should()
        .accessTargetWhere(
            calls(ProcessBuilder.class, "<init>", "start").or(calls(Runtime.class, "exec", "load")))
        .check(CLASSES);
  }

  @Test
  void nobodyDependsOnStartUp() {
    noClasses()
        .that(not(resideInAPackage("io.patchbay.boot")).and(not(type(PatchbayApplication.class))))
        .should()
        .dependOnClassesThat(resideInAPackage("io.patchbay.boot"))
        .check(CLASSES);
  }

  private static List<String> packages() {
    return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted().toList();
  }

  private static Set<String> modules() {
    return packages().stream()
        .filter(name -> name.startsWith("io.patchbay."))
        .map(name -> name.split("\\.")[2])
        .collect(Collectors.toSet());
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> oneOf(Class<?>... types) {
    return describe(
        "one of " + List.of(types), c -> List.of(types).stream().anyMatch(c::isEquivalentTo));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return calls(owner.getName(), names);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String... names) {
    return describe(
        owner + "." + String.join("/", names) + "()",
        access ->
            access.getTargetOwner().getName().equals(owner)
                && List.of(names).contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> clockReading() {
    return describe(
        "now() of java.time without a clock",
        access ->
            access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(t -> t.isAssignableTo(Clock.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> newDate() {
    return describe(
        "new Date()",
        access ->
            access.getTargetOwner().isEquivalentTo(Date.class)
                && access.getName().equals("<init>")
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().isEmpty());
  }
}
