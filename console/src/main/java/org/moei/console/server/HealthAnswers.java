package org.moei.console.server;

import org.moei.console.layout.House;
import org.moei.console.signin.WithoutSignIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the process lives and whether it can answer pages; no figure about people. */
@RestController
final class HealthAnswers {
    private final House house;

    HealthAnswers(House house) {
        this.house = house;
    }

    @WithoutSignIn
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("{\"live\":true}");
    }

    @WithoutSignIn
    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        boolean ready = house.ready();
        return ResponseEntity.status(ready ? 200 : 503).contentType(MediaType.APPLICATION_JSON).body("{\"ready\":" + ready + "}");
    }
}
