package org.moei.linkage.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.moei.base.Problem;
import org.moei.linkage.api.PersonRecord;

/** The XML forms: United Nations consolidated list, European Union consolidated financial sanctions, OFAC's SDN.XML. Entities and DTDs are not resolved. */
final class XmlLists {
    private static final int MAX_DEPTH = 40;

    private XmlLists() {}

    /** A small tree of one entry: element name, attributes, text, children. */
    private static final class Node {
        final String name;
        final Map<String, String> attributes = new HashMap<>();
        final StringBuilder text = new StringBuilder();
        final List<Node> children = new ArrayList<>();

        Node(String name) {
            this.name = name;
        }

        String text(String child) {
            return children.stream().filter(c -> c.name.equals(child)).findFirst().map(c -> c.text.toString().strip()).orElse("");
        }

        List<Node> all(String child) {
            return children.stream().filter(c -> c.name.equals(child)).toList();
        }

        Optional<Node> one(String child) {
            return children.stream().filter(c -> c.name.equals(child)).findFirst();
        }

        String attribute(String key) {
            return attributes.getOrDefault(key, "").strip();
        }
    }

    static void read(InputStream in, PublishedLists.Form form, Consumer<PersonRecord> sink) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "INDIVIDUAL" -> sink.accept(unitedNations(node(xml, 0), PersonRecord.Kind.PERSON));
                        case "ENTITY" -> sink.accept(unitedNations(node(xml, 0), PersonRecord.Kind.ORGANISATION));
                        case "sanctionEntity" -> sink.accept(europeanUnion(node(xml, 0)));
                        case "sdnEntry" -> sink.accept(ofac(node(xml, 0)));
                        default -> {
                            // The list's own head, or a wrapper around its entries.
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "xml-form", "The list (" + form + ") is not well-formed XML at line " + e.getLocation().getLineNumber() + ".").asException(e);
        }
    }

    private static Node node(XMLStreamReader xml, int depth) throws XMLStreamException {
        Node node = new Node(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && depth < MAX_DEPTH) {
                node.children.add(node(xml, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                node.text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return node;
            }
        }
        return node;
    }

    private static PersonRecord unitedNations(Node n, PersonRecord.Kind kind) {
        boolean person = kind == PersonRecord.Kind.PERSON;
        PersonRecord.Builder b = PersonRecord.of(n.text("DATAID")).kind(kind);
        b.name((n.text("FIRST_NAME") + " " + n.text("SECOND_NAME") + " " + n.text("THIRD_NAME") + " " + n.text("FOURTH_NAME")).strip().replaceAll(" +", " "));
        b.alias(n.text("NAME_ORIGINAL_SCRIPT"));
        for (Node alias : n.all(person ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS")) {
            if (alias.text("QUALITY").equals("Low")) {
                b.weakAlias(alias.text("ALIAS_NAME"));
            } else {
                b.alias(alias.text("ALIAS_NAME"));
            }
        }
        for (Node date : n.all("INDIVIDUAL_DATE_OF_BIRTH")) {
            String about = date.text("TYPE_OF_DATE").equals("APPROXIMATELY") ? "~" : "";
            if (!date.text("FROM_YEAR").isEmpty() && !date.text("TO_YEAR").isEmpty()) {
                b.birthDate(date.text("FROM_YEAR") + "/" + date.text("TO_YEAR"));
            } else {
                String day = date.text("DATE");
                b.birthDate((day.isEmpty() ? date.text("YEAR") : day.substring(0, Math.min(10, day.length()))) + about);
            }
        }
        for (Node place : n.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            b.birthPlace((place.text("CITY") + ", " + place.text("STATE_PROVINCE") + ", " + place.text("COUNTRY")).replaceAll("(, )+", ", ").replaceAll("^, |, $", ""));
        }
        n.all("INDIVIDUAL_DOCUMENT").forEach(d -> b.document(d.text("NUMBER")));
        n.all("NATIONALITY").forEach(c -> c.all("VALUE").forEach(v -> b.nationality(v.text.toString())));
        return b.sex(n.text("GENDER")).build();
    }

    private static PersonRecord europeanUnion(Node n) {
        boolean person = n.one("subjectType").map(t -> t.attribute("code").equals("person") || t.attribute("classificationCode").equals("P")).orElse(true);
        PersonRecord.Builder b = PersonRecord.of(n.attribute("euReferenceNumber").isEmpty() ? n.attribute("logicalId") : n.attribute("euReferenceNumber"))
                .kind(person ? PersonRecord.Kind.PERSON : PersonRecord.Kind.ORGANISATION);
        boolean first = true;
        for (Node alias : n.all("nameAlias")) {
            String name = alias.attribute("wholeName");
            if (alias.attribute("strong").equals("false")) {
                b.weakAlias(name);
            } else if (first) {
                b.name(name);
                first = false;
            } else {
                b.alias(name);
            }
            b.sex(alias.attribute("gender"));
        }
        for (Node born : n.all("birthdate")) {
            String about = born.attribute("circa").equals("true") ? "~" : "";
            String day = born.attribute("birthdate");
            String from = born.attribute("yearRangeFrom");
            String to = born.attribute("yearRangeTo");
            b.birthDate(!day.isEmpty() ? day + about : !from.isEmpty() && !to.isEmpty() ? from + "/" + to : born.attribute("year") + about);
            b.birthPlace((born.attribute("city") + ", " + born.attribute("countryDescription")).replaceAll("^, |, $|, UNKNOWN$", ""));
        }
        n.all("citizenship").forEach(c -> b.nationality(c.attribute("countryIso2Code")));
        n.all("identification").forEach(i -> b.document(i.attribute("number")));
        return b.build();
    }

    private static PersonRecord ofac(Node n) {
        String type = n.text("sdnType");
        PersonRecord.Builder b = PersonRecord.of(n.text("uid"))
                .kind(type.equals("Individual") ? PersonRecord.Kind.PERSON : type.equals("Vessel") || type.equals("Aircraft") ? PersonRecord.Kind.VESSEL : PersonRecord.Kind.ORGANISATION);
        b.name((n.text("firstName") + " " + n.text("lastName")).strip());
        for (Node aka : items(n, "akaList")) {
            String name = (aka.text("firstName") + " " + aka.text("lastName")).strip();
            if (aka.text("category").equals("weak")) {
                b.weakAlias(name);
            } else {
                b.alias(name);
            }
        }
        items(n, "dateOfBirthList").forEach(d -> b.birthDate(d.text("dateOfBirth").replace(" to ", "/")));
        items(n, "placeOfBirthList").forEach(p -> b.birthPlace(p.text("placeOfBirth")));
        items(n, "nationalityList").forEach(c -> b.nationality(c.text("country")));
        items(n, "citizenshipList").forEach(c -> b.nationality(c.text("country")));
        for (Node paper : items(n, "idList")) {
            if (paper.text("idType").equals("Gender")) {
                b.sex(paper.text("idNumber"));
            } else {
                b.document(paper.text("idNumber"));
            }
        }
        return b.build();
    }

    private static List<Node> items(Node n, String list) {
        return n.one(list).map(l -> l.children).orElse(List.of());
    }
}
