{{- define "application.labels" -}}
cdk8s.io/metadata.addr: {{ printf "%s-deployment-c8%s" . (printf "\n%s\ndeployment\n" . | sha1sum | trunc 6) }}
{{- end }}
{{- define "application.metadata" -}}
name: {{ .name }}
namespace: {{ .namespace }}
{{- end }}
