// The map of the city: which module may know which. An arrow is added in a commit of its own, with its reason.
// The one that would survive alone does not know the other; a module that is not listed stops the check.
exports.modules = {
  areas: [],
  orgs: ['areas'],
  accounts: ['areas', 'orgs'],
  people: ['areas', 'orgs'],
  catalogue: [],
  places: ['areas', 'orgs'],
  directory: ['areas', 'orgs', 'catalogue'],
  cases: ['areas', 'orgs', 'accounts', 'catalogue', 'directory'],
  components: ['areas', 'orgs', 'catalogue', 'cases'],
  imports: ['areas', 'orgs', 'catalogue', 'directory', 'cases', 'places', 'components', 'people'],
  figures: ['areas', 'orgs', 'catalogue', 'cases'],
  open311: ['areas', 'catalogue', 'cases', 'orgs'],
  telemetry: ['areas', 'catalogue', 'cases'],
}

// Mechanisms know no module, and each other only as listed.
exports.mechanisms = {
  flow: ['metric', 'worklist'],
  metric: [],
  worklist: [],
}
