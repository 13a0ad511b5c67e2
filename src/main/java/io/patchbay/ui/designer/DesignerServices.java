package io.patchbay.ui.designer;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiEnvironmentService;
import io.patchbay.api.ApiService;
import io.patchbay.api.Environment;
import io.patchbay.api.EnvironmentService;
import io.patchbay.credential.CertificateService;
import io.patchbay.engine.RunStarter;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.run.RunService;
import io.patchbay.ui.designer.editing.MethodLookup;
import io.patchbay.ui.designer.inspector.StepForms;
import io.patchbay.ui.designer.layout.LayoutService;
import io.patchbay.ui.designer.palette.NewSteps;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All that the designer asks of the server, in one place. */
@Component
class DesignerServices {

  private final FlowService flows;
  private final ApiService apis;
  private final ApiCatalog catalog;
  private final EnvironmentService environments;
  private final ApiEnvironmentService settings;
  private final CertificateService certificates;
  private final RunStarter starter;
  private final RunService runs;
  private final StepForms forms;
  private final NewSteps newSteps;
  private final LayoutService layout;
  private final Times times;
  private final String publicUrl;

  DesignerServices(
      FlowService flows,
      ApiService apis,
      ApiCatalog catalog,
      EnvironmentService environments,
      ApiEnvironmentService settings,
      CertificateService certificates,
      RunStarter starter,
      RunService runs,
      StepForms forms,
      NewSteps newSteps,
      LayoutService layout,
      Times times,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.flows = flows;
    this.apis = apis;
    this.catalog = catalog;
    this.environments = environments;
    this.settings = settings;
    this.certificates = certificates;
    this.starter = starter;
    this.runs = runs;
    this.forms = forms;
    this.newSteps = newSteps;
    this.layout = layout;
    this.times = times;
    this.publicUrl = publicUrl;
  }

  FlowService flows() {
    return flows;
  }

  /** The published flows of the workspace but for one. */
  List<FlowSummary> publishedFlows(Visit visit, String but) {
    return flows.list(visit.access(), null).stream()
        .filter(flow -> flow.liveVersion() != null && !flow.slug().equals(but))
        .toList();
  }

  ApiService apis() {
    return apis;
  }

  /** The names of the workspace's environments, in their order. */
  List<String> environments(Visit visit) {
    return environments.list(visit.access()).stream().map(Environment::name).toList();
  }

  RunStarter starter() {
    return starter;
  }

  RunService runs() {
    return runs;
  }

  StepForms forms() {
    return forms;
  }

  NewSteps newSteps() {
    return newSteps;
  }

  LayoutService layout() {
    return layout;
  }

  Times times() {
    return times;
  }

  /** Where the workspace's methods are found, with the rights of now. */
  MethodLookup lookup(Visit visit) {
    return new VisitLookup(visit, catalog, settings, certificates);
  }

  /** The address that the paths of the workspace's webhooks are appended to. */
  String hooks(Visit visit) {
    return "%s/hooks/%s/".formatted(publicUrl.replaceFirst("/$", ""), visit.workspace());
  }
}
