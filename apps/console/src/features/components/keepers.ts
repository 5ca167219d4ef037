/** Whose daily work it is to enter components and spare parts; the server decides who may. */
export const keepers: readonly string[] = ['dispatcher', 'departmentHandler', 'departmentLead', 'systemAdmin']
