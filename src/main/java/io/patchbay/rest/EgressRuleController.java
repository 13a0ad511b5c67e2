package io.patchbay.rest;

import io.patchbay.common.UserId;
import io.patchbay.http.EgressRuleService;
import io.patchbay.http.EgressRuleView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What calls may reach besides the public internet, for administrators of the server. */
@RestController
@RequestMapping("/api/v1/egress-rules")
class EgressRuleController {

  private final EgressRuleService rules;

  EgressRuleController(EgressRuleService rules) {
    this.rules = rules;
  }

  record RuleRequest(@Nullable String rule, @Nullable String note) {}

  @GetMapping
  Page<EgressRuleView> list(UserId caller) {
    return Page.all(rules.list(caller));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EgressRuleView add(UserId caller, @RequestBody RuleRequest request) {
    return rules.add(caller, request.rule == null ? "" : request.rule, request.note);
  }

  @DeleteMapping("/{rule}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(UserId caller, @PathVariable String rule) {
    rules.delete(caller, Inputs.id("rule", rule));
  }
}
