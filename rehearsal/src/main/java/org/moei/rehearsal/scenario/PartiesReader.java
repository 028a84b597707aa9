package org.moei.rehearsal.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads agencies, townships, places, roles and accounts. */
final class PartiesReader {
    private final Folder folder;
    private final Set<String> sources;

    PartiesReader(Folder folder, Set<String> sources) {
        this.folder = folder;
        this.sources = sources;
    }

    Parties read() {
        List<Parties.Agency> agencies = ScenarioReader.unique("agencies.csv", folder.table("agencies.csv", sources, fields -> new Parties.Agency(
                fields.id("id"), fields.text("name"), fields.oneOf("kind", Parties.AgencyKind.class), fields.oneOf("wing", Wing.class),
                fields.textOrEmpty("country").isEmpty() ? Optional.empty() : Optional.of(fields.country("country")))), Parties.Agency::id);
        List<Parties.Township> townships = ScenarioReader.unique("townships.csv", folder.table("townships.csv", sources, this::township), Parties.Township::id);
        Set<String> townshipIds = ScenarioReader.set(townships, Parties.Township::id);
        Set<String> agencyIds = ScenarioReader.set(agencies, Parties.Agency::id);
        List<Parties.Place> places = ScenarioReader.unique("places.csv", folder.table("places.csv", sources, fields -> new Parties.Place(
                fields.id("id"), fields.text("name"), fields.oneOf("kind", Parties.PlaceKind.class), fields.reference("township", townshipIds, "township"),
                fields.country("country"), fields.optionalReference("holder", agencyIds, "agency"))), Parties.Place::id);
        List<Parties.Role> roles = ScenarioReader.unique("roles.csv", folder.table("roles.csv", sources, fields -> new Parties.Role(
                fields.id("id"), fields.text("title"), accountWing(fields), fields.list("purposes"))), Parties.Role::id);
        return new Parties(agencies, places, townships, roles, accounts(agencies, places, roles));
    }

    private Parties.Township township(Fields fields) {
        return new Parties.Township(fields.id("id"), fields.text("name"), fields.text("region"), fields.country("country"),
                tenth(fields, "latitude", 90), tenth(fields, "longitude", 180), fields.source());
    }

    /** Finer than a tenth of a degree is refused: whoever wants to find a compound or a shelter must not find it here. */
    private static double tenth(Fields fields, String field, double most) {
        double value = fields.number(field, -most, most);
        if (!fields.text(field).matches("-?[0-9]+(\\.[0-9])?")) {
            throw fields.refuse("place-too-fine", field, "The " + field + " of the township is finer than a tenth of a degree.", "it is the place of a compound; write the township's, rounded.");
        }
        return value;
    }

    private static Wing accountWing(Fields fields) {
        Wing wing = fields.oneOf("wing", Wing.class);
        if (wing == Wing.OUTSIDE) {
            throw fields.refuse("account-outside", "wing", "An account or role cannot be outside of both wings.", "a party outside works through files.");
        }
        return wing;
    }

    private List<Parties.Account> accounts(List<Parties.Agency> agencies, List<Parties.Place> places, List<Parties.Role> roles) {
        Map<String, Parties.Role> byRole = roles.stream().collect(Collectors.toMap(Parties.Role::id, Function.identity()));
        Map<String, Parties.Agency> byAgency = agencies.stream().collect(Collectors.toMap(Parties.Agency::id, Function.identity()));
        Set<String> placeIds = ScenarioReader.set(places, Parties.Place::id);
        // A name that stands twice is refused, so nobody is in both wings.
        return ScenarioReader.unique("accounts.csv", folder.table("accounts.csv", sources, fields -> {
            String role = fields.reference("role", byRole.keySet(), "role");
            String agency = fields.reference("agency", byAgency.keySet(), "agency");
            Wing wing = accountWing(fields);
            Parties.Role its = Objects.requireNonNull(byRole.get(role));
            Parties.Agency where = Objects.requireNonNull(byAgency.get(agency));
            if (its.wing() != wing || where.wing() != wing) {
                throw fields.refuse("account-wing", "wing", "The account is in the wing " + wing + ", its role in " + its.wing() + " and its agency in " + where.wing() + ".",
                        "the agency has a desk of its own in the other wing.");
            }
            List<String> purposes = fields.list("purposes");
            if (!its.purposes().containsAll(purposes)) {
                throw fields.refuse("account-purpose", "purposes", "The account has a purpose that its role has not.", "the role is another one; its purposes are " + its.purposes() + ".");
            }
            return new Parties.Account(fields.id("name"), role, wing, agency, fields.references("places", placeIds, "place"), purposes.isEmpty() ? its.purposes() : purposes);
        }), Parties.Account::name);
    }
}
