package dev.foyer.tests.saml;

import dev.foyer.tests.oidc.Callback;
import dev.foyer.tests.realm.TestRealm;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import javax.xml.parsers.DocumentBuilderFactory;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A service provider (SAML 2.0 Profiles, section 4.1): asks by redirect and is answered by a form that posts itself. */
public record SamlApplication(TestRealm realm, String id) {
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    /** Registers the application in its realm. */
    public SamlApplication register(Map<String, String> attributes, ProtocolMapperRepresentation... mappers) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setProtocol("saml");
        client.setRedirectUris(List.of(consumer()));
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put("saml.client.signature", "false");
        all.put("saml.force.post.binding", "true");
        client.setAttributes(all);
        client.setProtocolMappers(List.of(mappers));
        realm.admin().clients().create(client).close();
        return this;
    }

    /** Where the answer goes. */
    public String consumer() {
        return Callback.of(id).toString();
    }

    /** Where the application sends the browser. */
    public String signInUrl() {
        String request = """
                <p:AuthnRequest xmlns:p="%s" xmlns:a="%s" ID="_%s" Version="2.0" IssueInstant="%s"
                  ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" AssertionConsumerServiceURL="%s">
                  <a:Issuer>%s</a:Issuer></p:AuthnRequest>""".formatted(PROTOCOL, ASSERTION, UUID.randomUUID(), Instant.now(), consumer(), id);
        String encoded = Base64.getEncoder().encodeToString(deflate(request.getBytes(StandardCharsets.UTF_8)));
        return realm.server().url("/realms/" + realm.name() + "/protocol/saml") + "?SAMLRequest="
                + URLEncoder.encode(encoded, StandardCharsets.UTF_8);
    }

    /** The attributes in an answer, by name; of a refusal, none. */
    public Map<String, List<String>> attributes(String form) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        NodeList found = parse(form).getElementsByTagNameNS(ASSERTION, "Attribute");
        for (int i = 0; i < found.getLength(); i++) {
            Element attribute = (Element) found.item(i);
            NodeList values = attribute.getElementsByTagNameNS(ASSERTION, "AttributeValue");
            List<String> texts = new ArrayList<>();
            for (int j = 0; j < values.getLength(); j++) {
                texts.add(values.item(j).getTextContent());
            }
            attributes.put(attribute.getAttribute("Name"), texts);
        }
        return attributes;
    }

    private static Element parse(String form) {
        String response = Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith("SAMLResponse="))
                .map(field -> URLDecoder.decode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No SAML response: " + form));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Base64.getMimeDecoder().decode(response)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflate(byte[] text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text);
        deflater.finish();
        byte[] buffer = new byte[text.length + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }
}
